import { isHan, searchAlternatives, searchRuns, type Synonyms } from "./bigrams.ts";

/** A piece of text, and whether it is what was looked for. */
export type Highlighted = readonly { readonly text: string; readonly hit: boolean }[];

/** The words to mark in what a search found: whole words first, then their halves. */
export function highlightWords(query: string, synonyms: Synonyms): string[] {
  const words = new Set(searchAlternatives(query, synonyms).flatMap(searchRuns));
  return [...words].sort((a, b) => b.length - a.length);
}

/** Marks the words in a text; nothing of the text is lost. */
export function highlight(text: string, words: readonly string[]): Highlighted {
  if (words.length === 0) return [{ text, hit: false }];
  const pieces = text.split(new RegExp(`(${words.map(asPattern).join("|")})`, "giu"));
  return pieces.map((piece, at) => ({ text: piece, hit: at % 2 === 1 })).filter((piece) => piece.text !== "");
}

function asPattern(word: string): string {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return isHan(word) ? literal : `(?<![a-z0-9])${literal}`;
}

/** What stands before the first hit, so that it is seen in its place; and the least that is shown of the end of a text. */
const LEAD = 12;
const TAIL = 40;

/** At most `length` characters of a long text, beginning a little before the first word that was looked for. */
export function excerpt(text: string, words: readonly string[], length: number): Highlighted {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), text.length);
  const from = first === text.length || first <= LEAD ? 0 : Math.max(0, Math.min(first - LEAD, text.length - TAIL));
  const cut = text.slice(from, from + length);
  return highlight(`${from > 0 ? "…" : ""}${cut}${from + length < text.length ? "…" : ""}`, words);
}
