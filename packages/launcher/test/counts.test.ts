import { describe, expect, it } from "vitest";
import { lastLine, oneCheck, playwrightCounts, sum, vitestCounts } from "../src/test-run/counts.ts";
import { runStages, type Stage } from "../src/test-run/stages.ts";

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });

describe("npm test: counting", () => {
  it("takes Vitest's figures", () => {
    expect(vitestCounts({ success: true, numPassedTests: 7, numFailedTests: 0, testResults: [file("passed", "passed")] })).toEqual({ passed: 7, failed: 0 });
    expect(vitestCounts({ success: false, numPassedTests: 7, numFailedTests: 2, testResults: [file("failed", "failed", "failed")] })).toEqual({ passed: 7, failed: 2 });
  });

  it("counts a file that could not be loaded", () => {
    expect(vitestCounts({ success: false, numPassedTests: 7, numFailedTests: 1, testResults: [file("failed"), file("failed", "passed", "failed")] })).toEqual({ passed: 7, failed: 2 });
  });

  it("counts an error outside of every test", () => {
    expect(vitestCounts({ success: false, numPassedTests: 7, numFailedTests: 0, testResults: [file("passed", "passed")] })).toEqual({ passed: 7, failed: 1 });
  });

  it("takes Playwright's figures, and counts a journey that could not be loaded", () => {
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1 } })).toEqual({ passed: 5, failed: 1 });
    expect(playwrightCounts({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] })).toEqual({ passed: 0, failed: 1 });
  });

  it("ends with the one line", () => {
    expect(lastLine(sum([{ passed: 5, failed: 1 }, oneCheck(true), oneCheck(false)]))).toBe("6 passed, 2 failed");
  });
});

describe("npm test: stages", () => {
  const stage = (name: string, group: "static" | "unit" | "e2e", needs: string[], run: Stage["run"]): Stage => ({ name, groups: [group], needs, run });

  it("goes on after a failure, but not where the failed stage is needed", async () => {
    const ran: string[] = [];
    const does = (name: string, ok: boolean) => async () => {
      ran.push(name);
      return oneCheck(ok);
    };
    const counts = await runStages(
      [stage("lint", "static", [], does("lint", false)), stage("build", "e2e", [], does("build", false)), stage("journeys", "e2e", ["build"], does("journeys", true)), stage("unit", "unit", [], does("unit", true))],
      ["static", "unit", "e2e"],
      () => false,
      () => undefined,
    );
    expect(ran).toEqual(["lint", "build", "unit"]);
    expect(counts).toEqual({ passed: 1, failed: 3 });
  });

  it("runs only what was asked for, and counts a stage that throws", async () => {
    const counts = await runStages([stage("unit", "unit", [], () => Promise.reject(new Error("no database"))), stage("lint", "static", [], async () => oneCheck(true))], ["unit"], () => false, () => undefined);
    expect(counts).toEqual({ passed: 0, failed: 1 });
  });

  it("runs stages side by side that say so, and goes on when all of them have ended", async () => {
    const seen: string[] = [];
    const does = (name: string, ok: boolean, ms: number) => async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      seen.push(`${name} ends`);
      return oneCheck(ok);
    };
    const counts = await runStages(
      [stage("build", "e2e", [], does("build", true, 60)), { ...stage("data", "e2e", [], does("data", false, 5)), alongside: true }, stage("journeys", "e2e", ["build", "data"], does("journeys", true, 0)), stage("unit", "unit", ["build"], does("unit", true, 0))],
      ["unit", "e2e"],
      () => false,
      () => undefined,
    );
    expect(seen).toEqual(["build begins", "data begins", "data ends", "build ends", "unit begins", "unit ends"]);
    expect(counts).toEqual({ passed: 2, failed: 2 });
  });

  it("runs nothing more once it was stopped", async () => {
    expect(await runStages([stage("lint", "static", [], async () => oneCheck(true))], ["static"], () => true, () => undefined)).toEqual({ passed: 0, failed: 1 });
  });
});
