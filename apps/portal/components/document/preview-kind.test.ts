import { describe, expect, it } from "vitest";
import { previewByName, previewOf } from "./preview-kind.ts";

describe("X3 documents: what can be looked at in a page", () => {
  it.each([["application/pdf", "pdf"], ["image/png", "picture"], ["text/csv", null], ["application/zip", null]])("%s: %s", (type, kind) => expect(previewOf(type)).toBe(kind));
  it.each([["评估报告.PDF", "pdf"], ["现场照片.jpeg", "picture"], ["合同.docx", null], ["pdf", null]])("%s: %s", (name, kind) => expect(previewByName(name)).toBe(kind));
});
