import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ordeal } from "../src/ordeal/ordeal.ts";
import { PROJECT } from "../src/project.ts";

it("T2 auction: nothing acknowledged is lost and nothing is done twice under kills, crashes and wrong clocks", { timeout: 280_000 }, async () => {
  mkdirSync(path.join(PROJECT, ".data"), { recursive: true });
  const folder = mkdtempSync(path.join(PROJECT, ".data/ordeal-"));
  try {
    const report = await ordeal({ folder, lots: 2, bidders: 200, freeMs: 15_000, windowSeconds: 3, pauseMs: 4_000, killEveryMs: 700, killAfterMs: 3_000, databaseDeaths: 1, say: () => undefined });
    expect(report.faults).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(report.accepted).toBeGreaterThan(3);
    expect(report.kills).toBeGreaterThan(2);
    expect(report.databaseDeaths).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
