import PDFDocument from "pdfkit";
import { chineseFont, collected } from "./pdf.ts";
import { blocksOf, needsSignatures, SIGNATURE_LINES, type TextPaper } from "./text-paper.ts";

type Paper = PDFKit.PDFDocument;

const A4 = { width: 595.28, height: 841.89 } as const;
const MARGIN = 72;
const WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - MARGIN;
const INK = "#16202a";
const SOFT = "#56636f";
const SIZE = { title: 18, clause: 12, text: 11.5, small: 8.5 } as const;
const LEAD = { clause: 6, text: 6 } as const;

/** The contract on A4: the same text makes the same sheets, whenever they are drawn. */
export async function textPdf(paper: TextPaper, drawnAt: Date): Promise<Uint8Array> {
  const font = await chineseFont();
  const sheets = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    font: font as unknown as string,
    lang: "zh-CN",
    bufferPages: true,
    displayTitle: true,
    info: { Title: paper.running, CreationDate: drawnAt, ModDate: drawnAt },
  });
  const bytes = collected(sheets);
  sheets.fillColor(INK);
  for (const { kind, text } of blocksOf(paper)) {
    if (kind === "title") sheets.fontSize(SIZE.title).text(text, MARGIN, sheets.y, { width: WIDTH, align: "center" }).moveDown(0.8);
    else if (kind === "gap") sheets.moveDown(0.5);
    else if (kind === "clause") clause(sheets, text);
    else sheets.fontSize(SIZE.text).text(text, MARGIN, sheets.y, { width: WIDTH, indent: 2 * SIZE.text, lineGap: LEAD.text });
  }
  if (needsSignatures(paper)) signatures(sheets, paper.signers);
  numberPages(sheets, paper.running);
  sheets.end();
  return bytes;
}

/** A heading never stands alone at the foot of a sheet. Without a bold face it is drawn with a hair of outline. */
function clause(sheets: Paper, text: string): void {
  if (sheets.y + 3 * (SIZE.text + LEAD.text) > BOTTOM) sheets.addPage();
  sheets.lineWidth(0.35).strokeColor(INK).fontSize(SIZE.clause).text(text, MARGIN, sheets.y, { width: WIDTH, lineGap: LEAD.clause, fill: true, stroke: true });
}

function signatures(sheets: Paper, signers: readonly string[]): void {
  const height = 110;
  if (sheets.y + height > BOTTOM) sheets.addPage();
  const top = sheets.y + 28;
  const width = WIDTH / signers.length;
  sheets.fontSize(SIZE.text);
  signers.forEach((signer, i) => {
    [`${signer}${SIGNATURE_LINES[0]}`, ...SIGNATURE_LINES.slice(1)].forEach((line, row) => sheets.text(line, MARGIN + i * width, top + row * 28, { width: width - 12, lineBreak: false }));
  });
}

function numberPages(sheets: Paper, running: string): void {
  const { count } = sheets.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheets.switchToPage(page);
    // Below the margin nothing may break the page.
    sheets.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    sheets.fontSize(SIZE.small).fillColor(SOFT);
    sheets.text(running, MARGIN, 42, { width: WIDTH, align: "right", lineBreak: false, ellipsis: true, height: 12 });
    sheets.text(`第 ${page + 1} 页　共 ${count} 页`, MARGIN, A4.height - 48, { width: WIDTH, align: "center", lineBreak: false });
  }
}
