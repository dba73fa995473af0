import { blocksOf, needsSignatures, SIGNATURE_LINES, type TextPaper } from "./text-paper.ts";
import type { TextBlock } from "./text-blocks.ts";

const BODY = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" };
const HEAD = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" };
/** Half points: 小四 for the text, 小二 for the title. */
const SIZE = { text: 24, clause: 24, title: 36, small: 18 } as const;
const MARGIN = 1440;
/** Two characters of 小四, in twentieths of a point. */
const INDENT = 480;

/** The contract as a Word document: A4, set as contracts are, with page numbers and the place for seals. */
export async function textDocx(paper: TextPaper): Promise<Uint8Array> {
  // Loaded when somebody asks for a paper: the library is large and most processes never need it.
  const docx = await import("docx");
  const { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } = docx;
  const set = (block: TextBlock) => {
    switch (block.kind) {
      case "title":
        return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 240, after: 360 }, children: [new TextRun({ text: block.text, bold: true, size: SIZE.title, font: HEAD })] });
      case "clause":
        return new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [new TextRun({ text: block.text, bold: true, size: SIZE.clause, font: HEAD })] });
      case "gap":
        return new Paragraph({ spacing: { line: 120 }, children: [] });
      case "line":
        return new Paragraph({ spacing: { line: 400 }, indent: { firstLine: INDENT }, alignment: AlignmentType.LEFT, children: [new TextRun({ text: block.text, size: SIZE.text, font: BODY })] });
    }
  };
  const page = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: SIZE.small, font: BODY, children: ["第 ", PageNumber.CURRENT, " 页　共 ", PageNumber.TOTAL_PAGES, " 页"] })],
  });
  const document = new Document({
    creator: "",
    title: paper.running,
    styles: { default: { document: { run: { font: BODY, size: SIZE.text, language: { eastAsia: "zh-CN" } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: paper.running, size: SIZE.small, font: BODY, color: "666666" })] })] }) },
        footers: { default: new Footer({ children: [page] }) },
        children: [...blocksOf(paper).map(set), ...(needsSignatures(paper) ? [new Paragraph({ spacing: { before: 600 } }), signatures(docx, paper.signers)] : [])],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The sides beside each other, without lines. */
function signatures({ BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType }: typeof import("docx"), signers: readonly string[]) {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const line = (text: string) => new Paragraph({ spacing: { line: 480 }, children: [new TextRun({ text, size: SIZE.text, font: BODY })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: signers.map((signer) => new TableCell({ width: { size: Math.floor(100 / signers.length), type: WidthType.PERCENTAGE }, children: [line(`${signer}${SIGNATURE_LINES[0]}`), ...SIGNATURE_LINES.slice(1).map(line)] })),
      }),
    ],
  });
}
