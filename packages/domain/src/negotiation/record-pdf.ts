import PDFDocument from "pdfkit";
import { chineseFont, collected } from "../shared/pdf.ts";
import type { RecordLine, RoomRecord } from "./room-record.ts";
import { secondText } from "./time-text.ts";

const MARGIN = 50;
const WIDTH = 595.28 - 2 * MARGIN;
const LABEL = 118;
const BOTTOM = 841.89 - 64;
const [INK, SOFT, LINE] = ["#16202a", "#56636f", "#c9d1d8"] as const;

/** A record on paper, of a room unless said otherwise, every page with its number and the hash of the content. */
export async function recordPdf(record: RoomRecord, heading = "洽谈记录"): Promise<Uint8Array> {
  const paper = new PDFDocument({
    size: "A4", margin: MARGIN, bufferPages: true, lang: "zh-CN", displayTitle: true, font: (await chineseFont()) as unknown as string,
    info: { Title: `${heading} ${record.no}`, CreationDate: record.exportedAt, ModDate: record.exportedAt },
  });
  const bytes = collected(paper);
  paper.fillColor(INK).fontSize(18).text(heading, { align: "center" });
  paper.fontSize(10).fillColor(SOFT).text(`编号：${record.no}`, { align: "right" });
  paper.moveDown(0.5);
  table(paper, record.facts);
  for (const { heading: title, lines, prose } of record.parts) {
    if (paper.y > BOTTOM - 60) paper.addPage();
    paper.moveDown(1).fillColor(INK).fontSize(11.5).text(title, MARGIN, paper.y, { width: WIDTH });
    paper.moveDown(0.3);
    if (prose) paper.fontSize(9).fillColor(INK).text(prose, MARGIN, paper.y, { width: WIDTH, lineGap: 2.5 });
    table(paper, lines);
  }
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    paper.page.margins.bottom = 0;
    paper.fontSize(6.5).fillColor(SOFT).text(`内容 SHA-256 ${record.hash}　导出 ${secondText(record.exportedAt)}　第 ${page + 1} / ${count} 页`, MARGIN, 841.89 - 36, { width: WIDTH, align: "center", lineBreak: false });
  }
  paper.end();
  return bytes;
}

function table(paper: PDFKit.PDFDocument, lines: readonly RecordLine[]): void {
  for (const { label, value } of lines) {
    paper.fontSize(9);
    const height = Math.max(paper.heightOfString(value, { width: WIDTH - LABEL, lineGap: 2 }), paper.heightOfString(label, { width: LABEL - 8 })) + 6;
    if (paper.y + height > BOTTOM) paper.addPage();
    const top = paper.y;
    paper.fillColor(SOFT).text(label, MARGIN, top + 3, { width: LABEL - 8 });
    paper.fillColor(INK).text(value, MARGIN + LABEL, top + 3, { width: WIDTH - LABEL, lineGap: 2 });
    const bottom = Math.max(paper.y, top + height);
    paper.lineWidth(0.4).strokeColor(LINE).moveTo(MARGIN, bottom).lineTo(MARGIN + WIDTH, bottom).stroke();
    paper.x = MARGIN;
    paper.y = bottom;
  }
}
