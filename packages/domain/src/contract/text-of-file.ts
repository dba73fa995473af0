import type { MediaType } from "./text-of-file.rules.ts";
import { cleanText } from "./text-of-file.rules.ts";

/** The words of a contract file, as far as it has any; a scan has none. */
export async function textOfFile(bytes: Uint8Array, mediaType: MediaType): Promise<string> {
  switch (mediaType) {
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
      const { default: mammoth } = await import("mammoth");
      return cleanText((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
    }
    case "application/pdf": {
      const { extractText, getDocumentProxy } = await import("unpdf");
      // The library takes the buffer over, so it gets a copy.
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
      return cleanText(text);
    }
    case "text/plain":
      return cleanText(decoded(bytes));
  }
}

/** UTF-8 where it is sound, else the national encoding (GB 18030) that older programs write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
