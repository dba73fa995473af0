import { describe, expect, it } from "vitest";
import { isShown, kindOf } from "./media-types.rules.ts";

describe("X3 documents: kinds", () => {
  it.each([
    ["合同.pdf", "application/pdf", { mediaType: "application/pdf" }],
    ["照片.JPG", "image/jpeg", { mediaType: "image/jpeg" }],
    ["数据.csv", "text", { mediaType: "text/csv" }],
    ["说明.txt", "text", { mediaType: "text/plain" }],
    ["说明.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }],
    ["程序.pdf", "application/x-msdownload", { fault: "DOCUMENT_KIND_REFUSED" }],
    ["包.zip", "application/zip", { fault: "DOCUMENT_KIND_REFUSED" }],
    ["宏.docm", "application/vnd.ms-word.document.macroenabled.12", { fault: "DOCUMENT_KIND_REFUSED" }],
    ["网页.html", "text", { fault: "DOCUMENT_NAME_MISMATCH" }],
    ["图.svg", "application/xml", { fault: "DOCUMENT_KIND_REFUSED" }],
    ["照片.png", "image/jpeg", { fault: "DOCUMENT_NAME_MISMATCH" }],
    ["没有扩展名", "application/pdf", { fault: "DOCUMENT_NAME_MISMATCH" }],
    ["随机.bin", null, { fault: "DOCUMENT_KIND_REFUSED" }],
    ["constructor.pdf", "constructor", { fault: "DOCUMENT_KIND_REFUSED" }],
  ])("X3 documents: %s found to be %s", (name, sniffed, verdict) => {
    expect(kindOf(name, sniffed)).toEqual(verdict);
  });

  it("X3 documents: only pictures and PDF are shown in the browser", () => {
    expect(["application/pdf", "image/png", "image/jpeg", "text/plain", "text/csv"].filter(isShown)).toEqual(["application/pdf", "image/png", "image/jpeg"]);
  });
});
