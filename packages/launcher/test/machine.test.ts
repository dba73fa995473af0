import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { accountLines, columns } from "../src/announce.ts";
import { findingLine, summary } from "../src/doctor/findings.ts";
import { spaceFault } from "../src/disk-space.ts";
import { findProgram } from "../src/find-program.ts";
import { runningLauncher, takeLauncherLock } from "../src/launcher-lock.ts";
import { historyFault } from "../src/migrate.ts";
import { accountFrom, closedFolder } from "../src/postgres/account.ts";
import { parsePostmasterPid } from "../src/postgres/pid-file.ts";
import { freePort } from "../src/postgres/ports.ts";
import { serverFault, sharedBuffersMb } from "../src/postgres/server.ts";
import { abandonedFolders } from "../src/postgres/stale.ts";
import { webPortFault } from "../src/web-port.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ttx-machine-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listen(host: string): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, host, () => resolve({ server, port: (server.address() as { port: number }).port }));
  });
}

describe("X2 start: what can stand in the way", () => {
  it.each(["127.0.0.1", "0.0.0.0"])("a port taken on %s is one sentence", async (host) => {
    const { server, port } = await listen(host);
    expect(await webPortFault(port)).toBe(`Port ${port} is taken by another program: stop it, or choose another port with PORT=3000.`);
    expect(await freePort(port)).not.toBe(port);
    server.close();
  });

  it("a full disk is one sentence", () => {
    expect(spaceFault(2 * 1024 ** 3)).toBeNull();
    expect(spaceFault(100 * 1024 ** 2)).toBe("The disk is nearly full: 100 MiB are free and 1024 MiB are needed; make room and start again.");
  });

  it("a server that ends while starting is one sentence", () => {
    expect(serverFault("FATAL:  could not write lock file: No space left on device")).toBe("The disk is full: the database could not start.");
    expect(serverFault("FATAL:  database files are incompatible with server")).toContain("another version of PostgreSQL");
    expect(serverFault("")).toBe("The database did not start: it ended without a word");
  });

  it("a second launcher is refused, a stale lock is not", () => {
    const file = path.join(folder, "launcher.pid");
    writeFileSync(file, "999999999\n");
    expect(runningLauncher(file)).toBeNull();
    const unlock = takeLauncherLock(file);
    expect(runningLauncher(file)).toBeNull(); // its own
    unlock();
    writeFileSync(file, `${process.ppid}\n`);
    expect([null, process.ppid]).toContain(runningLauncher(file)); // a launcher only if its command line says so
  });

  it.each([
    [{ editedMigrationNames: [], failedMigrationNames: ["a"], history: null }, "a failed at an earlier start"],
    [{ editedMigrationNames: ["b"], failedMigrationNames: [], history: null }, "b was changed after"],
    [{ editedMigrationNames: [], failedMigrationNames: [], history: { diagnostic: "historiesDiverge", unpersistedMigrationNames: ["c"] } }, "c, which this version"],
  ])("a history of migrations: %o", (state, words) => expect(historyFault(state)).toContain(words));

  it("a history that is only behind is nothing to worry about", () => {
    expect(historyFault({ editedMigrationNames: [], failedMigrationNames: [], history: { diagnostic: "databaseIsBehind" } })).toBeNull();
  });
});

describe("X2 start: finding one's way on the machine", () => {
  it("reads postmaster.pid", () => {
    expect(parsePostmasterPid("4711\n/data\n1700000000\n54329\n\n127.0.0.1\n")).toEqual({ pid: 4711, port: 54329 });
    expect(parsePostmasterPid("")).toBeNull();
    expect(parsePostmasterPid("4711\n/data\n")).toBeNull();
  });

  it("finds an account", () => {
    expect(accountFrom("root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/:/bin/false\n", "postgres")).toEqual({ uid: 101, gid: 104 });
    expect(accountFrom("root:x:0:0::/root:/bin/sh\n", "postgres")).toBeNull();
  });

  it("finds the folder that another account may not pass", () => {
    const closed = path.join(folder, "closed");
    mkdirSync(path.join(closed, "inner"), { recursive: true });
    chmodSync(folder, 0o711);
    chmodSync(closed, 0o700);
    expect(closedFolder(path.join(closed, "inner"), 65_534)).toBe(closed);
    chmodSync(closed, 0o711);
    expect(closedFolder(path.join(closed, "inner"), 65_534)).toBeNull();
  });

  it("finds the throwaway clusters whose launcher is gone", () => {
    const place = path.join(folder, "throwaway");
    for (const name of [`test-${process.pid}`, "test-999999999", "test"]) mkdirSync(path.join(place, name), { recursive: true });
    expect(abandonedFolders(place)).toEqual([path.join(place, "test-999999999")]);
    expect(abandonedFolders(path.join(folder, "absent"))).toEqual([]);
  });

  it("finds a program by name or by path", () => {
    const program = path.join(folder, "browser");
    writeFileSync(program, "");
    expect(findProgram(["browser"], folder)).toBeNull();
    chmodSync(program, 0o755);
    expect(findProgram([undefined, "absent", "browser"], `/nowhere:${folder}`)).toBe(program);
    expect(findProgram([program], "")).toBe(program);
  });
});

describe("X2 start: what is said", () => {
  it("lists accounts in columns, counting Chinese letters double", () => {
    expect(columns("高校ab")).toBe(6);
    const account = { email: "seller@demo", password: "p", person: "李", organisation: "大学", role: "seller", can: "post a result" };
    const lines = accountLines([account, { ...account, email: "registrar@demo", person: "Zhao" }]);
    expect(lines.map((line) => columns(line.slice(0, line.indexOf("post"))))).toEqual([expect.any(Number), columns(lines[0]?.slice(0, lines[0].indexOf("post")) ?? "")]);
  });

  it("gives a remedy only where one is needed", () => {
    expect(findingLine({ name: "disk", verdict: "good", words: "80 GiB free", remedy: "make room" })).toBe("✓ disk: 80 GiB free");
    expect(findingLine({ name: "disk", verdict: "bad", words: "0 GiB free", remedy: "make room" })).toBe("✗ disk: 0 GiB free → make room");
    expect(summary([{ name: "a", verdict: "note", words: "" }])).toBe("Nothing stands in the way.");
    expect(summary([{ name: "a", verdict: "bad", words: "" }])).toBe("1 thing stands in the way.");
  });

  it.each([[512, 128], [2_048, 512], [16_384, 4_096], [262_144, 4_096]])("of %i MB of memory the database keeps %i for its pages", (memory, kept) => {
    expect(sharedBuffersMb(memory)).toBe(kept);
  });
});
