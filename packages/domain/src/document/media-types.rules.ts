/** Kinds of file that may be kept: documents, pictures, tables, text. Archives, programs, macros and old Office files may not. */
const ENDINGS = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "text/plain": ["txt"],
  "text/csv": ["csv"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MediaType = keyof typeof ENDINGS;

/** Shown in the browser; everything else is saved to disk. */
const SHOWN: ReadonlySet<string> = new Set<MediaType>(["application/pdf", "image/png", "image/jpeg"]);

export type KindVerdict = { readonly mediaType: MediaType } | { readonly fault: "DOCUMENT_KIND_REFUSED" | "DOCUMENT_NAME_MISMATCH" };

/**
 * Whether a file of this name may be kept, by what its bytes say. `sniffed` is the type found by signature, "text" when there is none and
 * the bytes are readable text, null when they are not.
 */
export function kindOf(name: string, sniffed: string | null): KindVerdict {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const mediaType = sniffed === "text" ? (ending === "csv" ? "text/csv" : "text/plain") : sniffed;
  if (mediaType === null || !isMediaType(mediaType)) return { fault: "DOCUMENT_KIND_REFUSED" };
  const endings: readonly string[] = ENDINGS[mediaType];
  return endings.includes(ending) ? { mediaType } : { fault: "DOCUMENT_NAME_MISMATCH" };
}

function isMediaType(text: string): text is MediaType {
  return Object.hasOwn(ENDINGS, text);
}

export function isShown(mediaType: string): boolean {
  return SHOWN.has(mediaType);
}

/** For a file box: what may be chosen. */
export const ACCEPTED_ENDINGS: readonly string[] = Object.values(ENDINGS).flat().map((ending) => `.${ending}`);
