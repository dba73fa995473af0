/** Files whose words can be read. */
export const READABLE = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/plain"] as const;
export type MediaType = (typeof READABLE)[number];

/** Larger files are kept as attachments, but not read. */
export const READABLE_BYTES = 10 * 1024 * 1024;
/** As long as the text of a form may be. */
const TEXT_LIMIT = 200_000;

export function isReadable(mediaType: string): mediaType is MediaType {
  return (READABLE as readonly string[]).includes(mediaType);
}

/**
 * Words as they come out of a file, ready for the form: no control characters, no spaces between Chinese characters (where a PDF sets each by
 * itself), not more than one empty line.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .replace(/(?<=[\p{Script=Han}，。；：、“”（）《》])[ \t]+(?=[\p{Script=Han}，。；：、“”（）《》])/gu, "")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, TEXT_LIMIT);
}

/** How much of the letters of a text is Chinese, 0 to 1; 1 for a text without letters. */
export function chineseShare(text: string): number {
  let letters = 0;
  let han = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) {
      letters += 1;
      han += 1;
    } else if (code >= 0x80 || (code | 0x20) > 0x60) {
      // Rare signs are looked up; texts come by the hundred thousand, and nearly all of their letters are plain Chinese.
      const sign = String.fromCodePoint(text.codePointAt(i)!);
      if (sign.length === 2) i += 1;
      if (LETTER.test(sign)) letters += 1;
      if (HAN.test(sign)) han += 1;
    }
  }
  return letters === 0 ? 1 : han / letters;
}

const LETTER = /\p{L}/u;
const HAN = /\p{Script=Han}/u;
