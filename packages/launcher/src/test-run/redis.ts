import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findProgram } from "../find-program.ts";
import { anyFreePort } from "../postgres/ports.ts";
import { NONE, type Counts } from "./counts.ts";

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.write("PING\r\n"));
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("data", (data) => end(data.toString().startsWith("+PONG")));
    socket.once("error", () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}

/** Runs `work` with REDIS_URL's server, or with one started for it; where there is neither, says so and counts nothing. */
export async function withRedis(work: (url: string) => Promise<Counts>): Promise<Counts> {
  const given = process.env["REDIS_URL"];
  if (given) return work(given);
  const program = findProgram(["redis-server", "valkey-server"]);
  if (program === null) {
    console.log("  left out: there is no redis-server and REDIS_URL is not set");
    return NONE;
  }
  const port = await anyFreePort();
  const folder = mkdtempSync(path.join(tmpdir(), "ttx-redis-"));
  const child = spawn(program, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction", "--dir", folder], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    const deadline = performance.now() + 10_000;
    while (!(await answers(port))) {
      if (performance.now() > deadline || child.exitCode !== null) throw new Error("redis-server did not start");
      await sleep(50);
    }
    return await work(`redis://127.0.0.1:${port}`);
  } finally {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
