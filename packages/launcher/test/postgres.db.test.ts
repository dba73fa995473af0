import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { anyFreePort } from "../src/postgres/ports.ts";
import { isAlive } from "../src/postgres/pid-file.ts";
import { removeCluster, serverFolder, startCluster, type Cluster } from "../src/postgres.ts";
import { DATA } from "../src/project.ts";

const home = mkdtempSync(path.join(DATA, "cluster-"));
const folder = path.join(home, "postgres");

afterAll(() => {
  removeCluster(folder);
  rmSync(home, { recursive: true, force: true });
});

async function ask<T>(cluster: Cluster, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    return ((await client.query(sql)).rows as T[])[0];
  } finally {
    await client.end();
  }
}

describe("X2 start: the embedded PostgreSQL", () => {
  it("is durable, sorts by the builtin C.UTF-8, finds Chinese trigrams and keeps its data over a restart", async () => {
    const port = await anyFreePort();
    const first = await startCluster({ folder, port });
    expect(await ask(first, "SELECT current_setting('fsync') AS f, current_setting('synchronous_commit') AS s, current_setting('full_page_writes') AS w")).toEqual({ f: "on", s: "on", w: "on" });
    expect(await ask(first, "SELECT datlocprovider AS p, datlocale AS l FROM pg_database WHERE datname = 'postgres'")).toEqual({ p: "b", l: "C.UTF-8" });
    await ask(first, "CREATE EXTENSION pg_trgm");
    expect(await ask(first, "SELECT array_length(show_trgm('钒钛磁铁矿'), 1) > 0 AS found")).toEqual({ found: true });
    await ask(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startCluster({ folder, port });
    expect(second.port).toBe(port);
    expect(await ask(second, "SELECT answer FROM kept")).toEqual({ answer: 42 });
    await second.stop();
  });

  it("comes up after the server was killed, and is found when it still runs", async () => {
    const killed = await startCluster({ folder, port: await anyFreePort() });
    await ask(killed, "INSERT INTO kept VALUES (43)");
    process.kill(killed.pid, "SIGKILL");
    await killed.ended;
    await sleep(500); // its own children see that it is gone
    expect(existsSync(path.join(serverFolder(folder), "postmaster.pid"))).toBe(true);

    const again = await startCluster({ folder, port: await anyFreePort() });
    expect(await ask(again, "SELECT count(*)::int AS rows FROM kept")).toEqual({ rows: 2 });

    const shared = await startCluster({ folder, port: 1, running: "use" });
    expect(shared.pid).toBe(again.pid);
    await shared.stop(); // not its to stop
    expect(isAlive(again.pid)).toBe(true);
    await again.stop();
  });

  it("does not take a stranger for the server when the number in a stale file was given away", async () => {
    const file = path.join(serverFolder(folder), "postmaster.pid");
    writeFileSync(file, `${process.pid}\n${folder}\n0\n5432\n`);
    const cluster = await startCluster({ folder, port: await anyFreePort() });
    expect(Number(readFileSync(file, "utf8").split("\n")[0])).toBe(cluster.pid);
    await cluster.stop();
  });

  it("takes another port when somebody has its own", async () => {
    const first = await startCluster({ folder, port: await anyFreePort() });
    const taken = first.port;
    await first.stop();
    const { createServer } = await import("node:net");
    const stranger = createServer().listen(taken, "127.0.0.1");
    const second = await startCluster({ folder, port: taken });
    expect(second.port).not.toBe(taken);
    await second.stop();
    stranger.close();
  });
});
