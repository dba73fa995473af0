import { describe, expect, test } from "vitest";
import { textDocx } from "../shared/text-docx.ts";
import { textPdf } from "../shared/text-pdf.ts";
import { textOfFile } from "./text-of-file.ts";
import { chineseShare, cleanText } from "./text-of-file.rules.ts";

const TEXT = "技术服务合同\n\n第一条　服务内容\n受托人以技术知识解决“叶轮误差补偿”的特定技术问题，合同总金额680000.00元。";
const PAPER = { running: "叶轮误差补偿", text: TEXT, signers: ["委托人", "受托人"] };

describe("C1 contract: words out of a file", () => {
  test("C1 contract: what was written as DOCX is read as it was written", async () => {
    const read = await textOfFile(await textDocx(PAPER), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    for (const line of TEXT.split("\n").filter(Boolean)) expect(read).toContain(line);
    expect(read).toContain("法定代表人或委托代理人（签字）");
  });

  test("C1 contract: what was drawn as PDF can be read again", async () => {
    const read = await textOfFile(await textPdf(PAPER, new Date("2026-11-01T00:00:00Z")), "application/pdf");
    expect(read.replaceAll(/\s/g, "")).toContain("受托人以技术知识解决“叶轮误差补偿”的特定技术问题");
    expect(read).toContain("680000.00");
  });

  test("C1 contract: plain text in UTF-8 and in the national encoding", async () => {
    expect(await textOfFile(new TextEncoder().encode("技术合同"), "text/plain")).toBe("技术合同");
    expect(await textOfFile(Uint8Array.of(0xbc, 0xbc, 0xca, 0xf5), "text/plain")).toBe("技术");
  });

  test("C1 contract: spaces between Chinese characters go, those between words stay", () => {
    expect(cleanText("技 术 合 同  LiFePO4 battery\u0000 \n\n\n\n乙方")).toBe("技术合同  LiFePO4 battery\n\n乙方");
  });

  test("C1 contract: how Chinese a text is", () => {
    expect(chineseShare("技术开发合同，LiFePO4")).toBe(0.5);
    expect(chineseShare("This Agreement is made between the parties")).toBe(0);
    expect(chineseShare("")).toBe(1);
  });
});
