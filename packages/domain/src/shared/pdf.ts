import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import { unpackWoff } from "./fonts/unpack-woff.ts";

/** A certificate as a sheet of paper: what it is, its facts, how to verify it, who vouches for it. */
export type CertificateSheet = {
  readonly title: string;
  readonly titleEn: string;
  /** "编号：JYPZ2025-000012" */
  readonly number: string;
  /** The sentence that certifies. */
  readonly statement: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly issuer: string;
  readonly issuedOn: string;
  readonly issuedAt: Date;
  /** What the QR code holds and the reader may type. */
  readonly verifyUrl: string;
  readonly verifyCode: string;
  readonly hash: string;
  /** Laid across the sheet when it no longer stands: 已撤销. */
  readonly overprint?: string;
};

const A4 = { width: 595.28, height: 841.89 } as const;
const MARGIN = 56;
const WIDTH = A4.width - 2 * MARGIN;
const LABEL_WIDTH = 108;
const ROW_PADDING = 7;
const QR_SIZE = 96;
const FOOT_TOP = A4.height - MARGIN - 108;
const INK = "#16202a";
const SOFT = "#56636f";
const LINE = "#c9d1d8";
const BRAND = "#0d5c6b";
const LIVE = "#b8321a";

type Paper = PDFKit.PDFDocument;

let unpacked: Promise<Buffer> | undefined;

/** Chinese and Latin glyphs; those used are embedded in every file, so that it prints the same everywhere. */
export function chineseFont(): Promise<Buffer> {
  return (unpacked ??= import("./fonts/noto-sans-sc.json", { with: { type: "json" } }).then(({ default: font }) => unpackWoff(Buffer.from(font.woffBase64, "base64"))));
}

/** Draws the sheet on A4; the same sheet makes the same content, whenever it is drawn. */
export async function certificatePdf(sheet: CertificateSheet): Promise<Uint8Array> {
  const font = await chineseFont();
  const paper = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    font: font as unknown as string,
    lang: "zh-CN",
    displayTitle: true,
    info: { Title: `${sheet.title} ${sheet.number}`, Author: sheet.issuer, CreationDate: sheet.issuedAt, ModDate: sheet.issuedAt },
  });
  const bytes = collected(paper);
  frame(paper);
  head(paper, sheet);
  factTable(paper, sheet);
  foot(paper, sheet);
  if (sheet.overprint) printAcross(paper, sheet.overprint);
  paper.end();
  return bytes;
}

export function collected(paper: Paper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on("data", (chunk: Buffer) => chunks.push(chunk));
    paper.on("end", () => resolve(Buffer.concat(chunks)));
    paper.on("error", reject);
  });
}

function frame(paper: Paper): void {
  paper.lineWidth(1.2).strokeColor(BRAND).rect(28, 28, A4.width - 56, A4.height - 56).stroke();
  paper.lineWidth(0.4).rect(33, 33, A4.width - 66, A4.height - 66).stroke();
}

function head(paper: Paper, { title, titleEn, number, statement }: CertificateSheet): void {
  paper.fillColor(INK).fontSize(24).text(title, MARGIN, 62, { width: WIDTH, align: "center", characterSpacing: 4 });
  paper.fillColor(SOFT).fontSize(9.5).text(titleEn, { width: WIDTH, align: "center" });
  paper.moveDown(0.8).fillColor(INK).fontSize(10.5).text(number, { width: WIDTH, align: "right" });
  paper.moveDown(0.6).text(statement, { width: WIDTH, lineGap: 4 });
  paper.moveDown(0.8);
}

/** Label beside value, a hairline under each; long values wrap, and a table too long for the sheet goes on on the next. */
function factTable(paper: Paper, { facts, overprint }: CertificateSheet): void {
  const valueWidth = WIDTH - LABEL_WIDTH;
  for (const { label, value } of facts) {
    paper.fontSize(9.5);
    const height = Math.max(paper.heightOfString(value, { width: valueWidth, lineGap: 2 }), paper.heightOfString(label, { width: LABEL_WIDTH - 10 })) + ROW_PADDING;
    if (paper.y + height > FOOT_TOP) {
      if (overprint) printAcross(paper, overprint);
      paper.addPage();
      frame(paper);
      paper.y = MARGIN + 10;
    }
    const top = paper.y;
    paper.fillColor(SOFT).text(label, MARGIN, top + ROW_PADDING / 2, { width: LABEL_WIDTH - 10 });
    paper.fillColor(INK).text(value, MARGIN + LABEL_WIDTH, top + ROW_PADDING / 2, { width: valueWidth, lineGap: 2 });
    paper.lineWidth(0.5).strokeColor(LINE).moveTo(MARGIN, top + height).lineTo(MARGIN + WIDTH, top + height).stroke();
    paper.x = MARGIN;
    paper.y = top + height;
  }
}

function foot(paper: Paper, { issuer, issuedOn, verifyUrl, verifyCode, hash }: CertificateSheet): void {
  const top = FOOT_TOP + 14;
  drawQr(paper, verifyUrl, MARGIN, top);
  const left = MARGIN + QR_SIZE + 16;
  const width = WIDTH - QR_SIZE - 16 - 170;
  paper.fontSize(8.5).fillColor(SOFT);
  paper.text("扫码或登录平台“验证凭证”核验真伪", left, top + 4, { width });
  paper.fillColor(INK).fontSize(10).text(`验证码 ${verifyCode.replace(/(.{4})(?=.)/g, "$1 ")}`, left, paper.y + 4, { width });
  paper.fillColor(SOFT).fontSize(6.5).text(`SHA-256 ${hash}`, left, paper.y + 4, { width });
  const right = MARGIN + WIDTH - 160;
  paper.fillColor(INK).fontSize(11).text(issuer, right, top + 40, { width: 160, align: "right" });
  paper.fontSize(10.5).text(issuedOn, right, paper.y + 4, { width: 160, align: "right" });
}

/** Squares as shapes, not as a picture: sharp at any size. */
function drawQr(paper: Paper, words: string, left: number, top: number): void {
  const { modules } = QRCode.create(words, { errorCorrectionLevel: "M" });
  const cell = QR_SIZE / modules.size;
  paper.fillColor(INK);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) paper.rect(left + column * cell, top + row * cell, cell + 0.05, cell + 0.05);
    }
  }
  paper.fill();
}

function printAcross(paper: Paper, words: string): void {
  paper.save().rotate(-30, { origin: [A4.width / 2, A4.height / 2] }).fillColor(LIVE, 0.28).fontSize(84);
  paper.text(words, 0, A4.height / 2 - 60, { width: A4.width, align: "center", lineBreak: false });
  paper.restore();
}
