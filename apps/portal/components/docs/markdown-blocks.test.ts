import { describe, expect, it } from "vitest";
import { inlineParts, markdownBlocks } from "./markdown-blocks.ts";

describe("X4 documentation: Markdown", () => {
  it("takes headings, lists and paragraphs apart", () => {
    expect(markdownBlocks("One\nparagraph.\n\n## Title\n- a\n- b\nAfter.")).toEqual([
      { kind: "paragraph", text: "One paragraph." },
      { kind: "heading", text: "Title" },
      { kind: "list", items: ["a", "b"] },
      { kind: "paragraph", text: "After." },
    ]);
    expect(markdownBlocks("Every minute:\n- x: 1")).toEqual([{ kind: "paragraph", text: "Every minute:" }, { kind: "list", items: ["x: 1"] }]);
  });

  it("finds code in a line", () => {
    expect(inlineParts("Send `a: b` now")).toEqual([{ text: "Send ", code: false }, { text: "a: b", code: true }, { text: " now", code: false }]);
  });
});
