import { describe, expect, it } from "vitest";
import { lastLine, oneCheck, playwrightCounts, sum, vitestCounts } from "../src/test-run/counts.ts";
import { runStages, type Stage } from "../src/test-run/stages.ts";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  message: "it does not load\nat line 1",
  assertionResults: tests.map((one) => ({ status: one, fullName: `C2 ${one}`, failureMessages: one === "failed" ? ["expected 1 to be 2\nat line 3"] : null })),
});

describe("npm test: counting", () => {
  it("takes Vitest's figures", () => {
    expect(vitestCounts({ success: true, numPassedTests: 7, numFailedTests: 0, testResults: [file("passed", "passed")] })).toEqual({ passed: 7, failed: 0, faults: [] });
    expect(vitestCounts({ success: false, numPassedTests: 7, numFailedTests: 2, testResults: [file("failed", "failed", "failed")] })).toMatchObject({ passed: 7, failed: 2 });
  });

  it("counts a file that could not be loaded", () => {
    expect(vitestCounts({ success: false, numPassedTests: 7, numFailedTests: 1, testResults: [file("failed"), file("failed", "passed", "failed")] })).toEqual({
      passed: 7,
      failed: 2,
      faults: ["C2 failed (a.test.ts): expected 1 to be 2", "a.test.ts: it does not load"],
    });
  });

  it("counts an error outside of every test", () => {
    expect(vitestCounts({ success: false, numPassedTests: 7, numFailedTests: 0, testResults: [file("passed", "passed")] })).toEqual({ passed: 7, failed: 1, faults: ["an error outside of every test"] });
  });

  it("takes Playwright's figures, and counts a journey that could not be loaded", () => {
    const specs = [
      { title: "T1 listing", file: "t1.spec.ts", tests: [{ status: "unexpected", results: [{ error: { message: "not visible\nat line 4" } }] }] },
      { title: "T2 auction", file: "t2.spec.ts", tests: [{ status: "expected", results: [{}] }] },
    ];
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1 }, suites: [{ suites: [{ specs }] }] })).toEqual({ passed: 5, failed: 1, faults: ["T1 listing (t1.spec.ts): not visible"] });
    expect(playwrightCounts({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: "no such file" }] })).toEqual({ passed: 0, failed: 1, faults: ["outside of the tests: no such file"] });
  });

  it("ends with the one line", () => {
    expect(lastLine(sum([{ passed: 5, failed: 1, faults: [] }, oneCheck(true), oneCheck(false)]))).toBe("6 passed, 2 failed");
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
    expect(counts).toEqual({ passed: 1, failed: 3, faults: ["lint: see above", "build: see above", 'journeys: not run, because "build" failed'] });
  });

  it("runs only what was asked for, and counts a stage that throws", async () => {
    const counts = await runStages([stage("unit", "unit", [], () => Promise.reject(new Error("no database"))), stage("lint", "static", [], async () => oneCheck(true))], ["unit"], () => false, () => undefined);
    expect(counts).toEqual({ passed: 0, failed: 1, faults: ["unit: no database"] });
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
    expect(counts).toMatchObject({ passed: 2, failed: 2 });
  });

  it("runs nothing more once it was stopped", async () => {
    expect(await runStages([stage("lint", "static", [], async () => oneCheck(true))], ["static"], () => true, () => undefined)).toEqual({ passed: 0, failed: 1, faults: ["lint: not run, because the test run was stopped"] });
  });
});
