import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "./fault.ts";

export async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Waits until the portal says that it can serve. */
export async function untilPortalReady(port: number, patienceMs: number, cancelled: AbortSignal, logFile: string | undefined): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isReady(port))) {
    if (cancelled.aborted) throw new Fault("stopped before the portal was ready.");
    if (performance.now() > deadline) throw new Fault(`The portal was not ready within ${patienceMs / 1000} seconds${logFile ? `; its log is ${logFile}` : ""}.`);
    await sleep(200);
  }
}
