import { crc32, deflateSync } from "node:zlib";

const PER_LINE = 34;

/** A sheet of paper with Chinese text, as small as a PDF can be: the font is one that every reader of Chinese PDFs brings along. */
export function demoPdf(title: string, paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...pieces(paragraph), ""]);
  const shown = (text: string): string => `<${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj`;
  const content = ["BT /F1 18 Tf 72 760 Td", shown(title), "/F1 12 Tf 0 -40 Td 20 TL", ...lines.map((line) => `${shown(line)} T*`), "ET"].join("\n");
  return assemble([
    "<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${Buffer.byteLength(content)}>>\nstream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
  ]);
}

function pieces(paragraph: string): string[] {
  const signs = [...paragraph];
  return Array.from({ length: Math.ceil(signs.length / PER_LINE) }, (_, i) => signs.slice(i * PER_LINE, (i + 1) * PER_LINE).join(""));
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = Buffer.byteLength(file);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const start = Buffer.byteLength(file);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join("")}`;
  return Buffer.from(`${file}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
}

/** A measured curve as a picture: what a test report shows. */
export function demoPicture(width = 480, height = 270): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  const ink = (x: number, y: number, shade: number): void => void (rows[Math.round(y) * (width + 1) + 1 + x] = shade);
  for (let x = 30; x < width - 20; x += 1) {
    ink(x, height - 30, 90);
    for (let thick = 0; thick < 3; thick += 1) ink(x, 40 + thick + (height - 90) * Math.exp(-(x - 30) / 90), 20);
  }
  for (let y = 20; y <= height - 30; y += 1) ink(30, y, 90);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8); // eight bits of grey
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
