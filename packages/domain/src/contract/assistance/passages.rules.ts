/** A place in the text that led to a proposal. */
export type Passage = { readonly start: number; readonly end: number; readonly text: string; readonly supports: string };

/** A word as the segmentation cut it, with its place. */
export type Word = { readonly text: string; readonly start: number };

/** What ends a part of a sentence: within it a "not" governs what follows. */
const PART_END = /[，。；;\n：:]/;
const NOT = /不(?!低于|大于|小于|少于|超过|高于|同|断|足|稳|均匀)|未|无须|无需|另行(?:签订|委托)/;

/** Whether the words before a place in the same part of the sentence, or "separately agreed" after it, take it back (不含施工、未转让、另行委托). */
export function isNegated(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && !PART_END.test(text[from - 1]!)) from -= 1;
  let to = end;
  while (to < text.length && !PART_END.test(text[to]!)) to += 1;
  return NOT.test(text.slice(from, start)) || /另行(?:签订|委托)/.test(text.slice(end, to));
}

/** Every place where a pattern speaks, without those that are taken back. */
export function passagesOf(text: string, pattern: RegExp, supports: string, { negatable = true }: { readonly negatable?: boolean } = {}): Passage[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return negatable && isNegated(text, start, end) ? [] : [{ start, end, text: match[0], supports }];
  });
}

const TITLE_LENGTH = 40;

/** The heading of a contract: its first line, when it is short and no sentence. */
export function titleOf(text: string): string {
  const first = text.trim().split(/[\n。]/, 1)[0] ?? "";
  return [...first].length <= TITLE_LENGTH && !/[，；：]/.test(first) ? first : "";
}
