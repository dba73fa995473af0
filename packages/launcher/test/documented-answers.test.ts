import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { undocumentedAnswers } from "../src/test-run/documented-answers.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ttx-logs-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("X4 OpenAPI: answers in a test run", () => {
  it("finds what the portals said of answers that are not as documented, each once", () => {
    const line = (faults: string[]) => JSON.stringify({ level: 50, faults, msg: "an answer is not as documented" });
    writeFileSync(path.join(folder, "portal.log"), `${JSON.stringify({ msg: "ready" })}\nnot JSON\n${line(["getClock: b", "getClock: a"])}\n`);
    writeFileSync(path.join(folder, "portal-2.log"), `${line(["getClock: a"])}\n`);
    writeFileSync(path.join(folder, "portal.previous.log"), `${line(["of yesterday"])}\n`);
    expect(undocumentedAnswers(folder)).toEqual(["getClock: a", "getClock: b"]);
  });

  it("has nothing to say where nothing was logged", () => {
    expect(undocumentedAnswers(path.join(folder, "none"))).toEqual([]);
  });
});
