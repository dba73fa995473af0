import { expect, test } from "vitest";
import { textBlocks } from "./text-blocks.ts";

test("C1 contract: a text is set as title, headings of clauses and lines", () => {
  expect(textBlocks("技术服务合同\r\n\r\n\r\n第一条　服务内容\n甲方委托乙方，解决问题。\n第二条 报酬：合同总价68万元。\n三、验收")).toEqual([
    { kind: "title", text: "技术服务合同" },
    { kind: "gap", text: "" },
    { kind: "clause", text: "第一条　服务内容" },
    { kind: "line", text: "甲方委托乙方，解决问题。" },
    { kind: "line", text: "第二条 报酬：合同总价68万元。" },
    { kind: "clause", text: "三、验收" },
  ]);
});

test("C1 contract: a text that begins with a sentence has no title", () => {
  expect(textBlocks("本合同由双方订立。")).toEqual([{ kind: "line", text: "本合同由双方订立。" }]);
});
