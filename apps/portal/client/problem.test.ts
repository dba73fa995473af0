import { describe, expect, it } from "vitest";
import { readProblem } from "./problem.ts";

describe("X5 forms: what the API refuses is shown at the field and on top in the same words", () => {
  it("reads problem+json", () => {
    const problems = readProblem(422, { title: "输入有误", status: 422, code: "INVALID_INPUT", requestId: "r-1", errors: [{ path: "title", message: "请填写成果名称" }, { path: ["completers", 0, "share"], message: "份额须为正数" }, { path: "", message: "份额合计须为 100%" }] }, "zh");
    expect(problems.fields).toEqual({ title: "请填写成果名称", "completers.0.share": "份额须为正数" });
    expect(problems.summary).toEqual([{ fieldId: "title", message: "请填写成果名称" }, { fieldId: "completers.0.share", message: "份额须为正数" }, { message: "份额合计须为 100%" }]);
    expect([problems.code, problems.requestId]).toEqual(["INVALID_INPUT", "r-1"]);
  });

  it.each([null, "<html>", [], { errors: "x" }])("says something readable of %s", (body) => {
    expect(readProblem(502, body, "en").summary[0]?.message).toMatch(/went wrong/);
  });
});
