import { PDFDocument as Loaded } from "pdf-lib";
import PDFDocument from "pdfkit";
import { refuse } from "../shared/errors.ts";
import { chineseFont, collected } from "../shared/pdf.ts";

const A4 = { width: 595.28, height: 841.89 } as const;
/** Kinds of file that can be stamped; a picture becomes a page. */
export const STAMPABLE: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg"]);

/** A copy as PDF in which every page carries the lines, across and at the foot. */
export async function stampedCopy(content: Uint8Array, mediaType: string, lines: readonly string[]): Promise<Uint8Array> {
  const pdf = await load(mediaType === "application/pdf" ? content : await pageOf(content));
  const [stamp] = await pdf.embedPdf(await overlay(lines), [0]);
  for (const page of pdf.getPages()) {
    const { width, height } = page.getSize();
    page.drawPage(stamp!, { x: 0, y: 0, xScale: width / A4.width, yScale: height / A4.height });
  }
  return pdf.save({ useObjectStreams: true });
}

/** Throws where a file is protected or damaged: what cannot be stamped is not shown. */
export async function demandStampable(content: Uint8Array, mediaType: string): Promise<void> {
  const pdf = await load(mediaType === "application/pdf" ? content : await pageOf(content));
  if (pdf.getPageCount() === 0) refuse("ROOM_DOCUMENT_UNSTAMPABLE");
}

async function load(content: Uint8Array): Promise<Loaded> {
  try {
    return await Loaded.load(content, { updateMetadata: false });
  } catch {
    return refuse("ROOM_DOCUMENT_UNSTAMPABLE");
  }
}

async function pageOf(picture: Uint8Array): Promise<Uint8Array> {
  const paper = new PDFDocument({ size: "A4", margin: 28 });
  const bytes = collected(paper);
  try {
    paper.image(Buffer.from(picture), 28, 28, { fit: [A4.width - 56, A4.height - 90], align: "center", valign: "center" });
  } catch {
    refuse("ROOM_DOCUMENT_UNSTAMPABLE");
  }
  paper.end();
  return bytes;
}

/** A transparent sheet with the words again and again, slanted, so that no part of a page can be cut out without them. */
async function overlay(lines: readonly string[]): Promise<Uint8Array> {
  const paper = new PDFDocument({ size: "A4", margin: 0, font: (await chineseFont()) as unknown as string });
  const bytes = collected(paper);
  const words = lines.join("  ");
  paper.fillColor("#16202a", 0.13).fontSize(13);
  for (let row = 0; row < 7; row += 1) {
    for (let column = 0; column < 2; column += 1) {
      const [x, y] = [30 + column * 290 - (row % 2) * 60, 110 + row * 118];
      paper.save().rotate(-28, { origin: [x, y] });
      lines.forEach((line, i) => paper.text(line, x, y + i * 17, { width: 320, lineBreak: false }));
      paper.restore();
    }
  }
  paper.fillColor("#b8321a", 0.85).fontSize(7.5).text(words, 24, A4.height - 20, { width: A4.width - 48, lineBreak: false, ellipsis: true });
  paper.end();
  return bytes;
}
