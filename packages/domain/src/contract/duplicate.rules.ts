/** Text comparison for the nation-wide duplicate check (重复登记): NFKC, lower case, letters and digits only, character bigrams, Jaccard. */
export function normaliseText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

export function bigrams(normalised: string): ReadonlySet<string> {
  const characters = [...normalised];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character));
}

/** Share of common elements, 0 to 1; two empty sets have nothing in common. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** Bigram Jaccard of two raw texts; sentences of an official template are taken out first when given. */
export function textSimilarity(a: string, b: string, template = ""): number {
  const boilerplate = bigrams(normaliseText(template));
  const own = (text: string): ReadonlySet<string> => new Set([...bigrams(normaliseText(text))].filter((pair) => !boilerplate.has(pair)));
  return jaccard(own(a), own(b));
}

function hash32(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const hex = (value: number): string => value.toString(16).padStart(8, "0");

/**
 * Fingerprint of the whole text: equal for texts that differ only in case, width, blanks and punctuation. 128 bits, an index key and
 * not a proof: a hit is confirmed by comparing the normalised texts.
 */
export function textFingerprint(text: string): string {
  return fingerprintOf(normaliseText(text));
}

/** The fingerprint of a text that is normalised already. */
export function fingerprintOf(normalised: string): string {
  return [0, 0x9e3779b9, 0x7f4a7c15, 0x2545f491].map((seed) => hex(hash32(normalised, seed))).join("");
}

export type Difference = { readonly kind: "same" | "left" | "right"; readonly text: string };

const SENTENCE_LIMIT = 500;

/** Sentence by sentence, what two texts share and where they differ: for the side-by-side view. Very long texts are cut. */
export function differences(left: string, right: string): readonly Difference[] {
  const sentences = (text: string): string[] => text.split(/(?<=[。；;！？\n])/u).filter((one) => one.trim() !== "").slice(0, SENTENCE_LIMIT);
  const a = sentences(left);
  const b = sentences(right);
  const key = (text: string): string => normaliseText(text);
  const longest: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i]![j] = key(a[i]!) === key(b[j]!) ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const found: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && key(a[i]!) === key(b[j]!)) {
      found.push({ kind: "same", text: a[i]! });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      found.push({ kind: "left", text: a[i]! });
      i += 1;
    } else {
      found.push({ kind: "right", text: b[j]! });
      j += 1;
    }
  }
  return found;
}
