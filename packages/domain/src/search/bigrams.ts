/**
 * Chinese full-text search without a dictionary: every two neighbouring characters are a lexeme of a `simple` tsvector, so that a word
 * of any length is found by its pairs, in a GIN index. Single characters stand beside the pairs as lexemes of their own; words in
 * letters and digits stay whole. What is written and what is looked for pass through this one file.
 */

/** How much a place in the text counts: title, rights, owner, running text. */
export type SearchWeight = "A" | "B" | "C" | "D";
export type SearchPart = { readonly text: string; readonly weight: SearchWeight };

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;
const WORD_MAX = 40;
/** A tsvector takes positions up to 16383. Relevance needs one a lexeme, and none in running text, which makes the vector half as large. */
const LAST_POSITION = 16_000;

/** Full-width made narrow, lower case, cut into runs of Chinese characters and words of letters and digits. */
export function searchRuns(text: string): string[] {
  return (text.normalize("NFKC").toLowerCase().match(RUNS) ?? []).map((run) => (HAN.test(run) ? run : [...run].slice(0, WORD_MAX).join("")));
}

export function isHan(run: string): boolean {
  return HAN.test(run);
}

export function bigramsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]!}${character}`);
}

/** The text of a tsvector over the parts; what matters most comes first, and a lexeme keeps the weight of its first place. */
export function searchVector(parts: readonly SearchPart[]): string {
  const places = new Map<string, string>();
  let position = 0;
  for (const { text, weight } of parts) {
    for (const run of searchRuns(text)) {
      for (const lexeme of isHan(run) ? [...bigramsOf(run), ...new Set(run)] : [run]) {
        position += 1;
        if (!places.has(lexeme)) places.set(lexeme, weight === "D" ? "" : `:${Math.min(position, LAST_POSITION)}${weight}`);
      }
    }
  }
  return [...places].map(([lexeme, place]) => `'${lexeme}'${place}`).join(" ");
}

/** Other words for the same thing, by word; see synonyms.ts. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

const ALTERNATIVES_MAX = 6;

function asTyped(text: string): string {
  return searchRuns(text).join(" ");
}

const known = new WeakMap<Synonyms, readonly (readonly [word: string, others: readonly string[]])[]>();

/** A vocabulary as searches read it, made once: every search goes through all of its words. */
function spelled(synonyms: Synonyms): readonly (readonly [word: string, others: readonly string[]])[] {
  const made = known.get(synonyms) ?? [...synonyms].map(([word, others]) => [asTyped(word), others] as const);
  known.set(synonyms, made);
  return made;
}

/** The spellings to look for: the text itself, and the text with one word replaced by each of its synonyms. */
export function searchAlternatives(text: string, synonyms: Synonyms): string[] {
  const typed = asTyped(text);
  const replaced = spelled(synonyms).flatMap(([word, others]) => {
    const there = wordIn(typed, word);
    return there === null ? [] : others.map((other) => asTyped(`${typed.slice(0, there.from)} ${other} ${typed.slice(there.to)}`));
  });
  return [...new Set([typed, ...replaced])].slice(0, ALTERNATIVES_MAX);
}

/** Where a word stands in what was typed: Chinese anywhere, letters and digits only as whole words. */
function wordIn(typed: string, word: string): { readonly from: number; readonly to: number } | null {
  for (let from = typed.indexOf(word); from !== -1; from = typed.indexOf(word, from + 1)) {
    const to = from + word.length;
    const beginsWord = isHan(word) || from === 0 || typed[from - 1] === " ";
    const endsWord = isHan(word.at(-1)!) || to === typed.length || typed[to] === " ";
    if (beginsWord && endsWord) return { from, to };
  }
  return null;
}

/** What may stand in an entry: one of these, each of them terms of a tsquery that all have to be met. None asks for nothing. */
export type Alternatives = readonly (readonly string[])[];

/** So many letters are an abbreviation, which is a whole word: countless words begin with them. */
const ABBREVIATION = 4;

/** All words of one of the spellings. Longer words of letters may be the beginnings of words; other words for what was typed are whole. */
export function searchTerms(text: string, synonyms: Synonyms, beginningsFrom = ABBREVIATION + 1): Alternatives {
  const spellings = searchAlternatives(text, synonyms).map((one, at) => [...new Set(searchRuns(one).flatMap((run) => (at === 0 ? exactly(run, beginningsFrom) : wholly(run))))]);
  return spellings.filter((terms) => terms.length > 0);
}

/** The text of a tsquery that asks for all words of one of the spellings, or their beginnings; null when there is nothing to look for. */
export function searchQuery(text: string, synonyms: Synonyms): string | null {
  return anyOf(searchTerms(text, synonyms, 1).map(allOf));
}

/** All words with one wrong character in each: for a search that has found nothing. */
export function forgivingTerms(text: string): Alternatives {
  const runs = searchRuns(text);
  const readings = runs.map((run) => (isHan(run) ? forgivingHan(run) : [forgivingWord(run)]));
  const [only, ...others] = readings;
  if (only === undefined || others.length === 0) return only ?? [];
  return [readings.flatMap((one) => (one.length === 1 ? one[0]! : [anyOf(one.map(allOf))!]))];
}

const LOOSE_MAX = 40;

/** Parts of the words only, three characters each: what shares more of them ranks higher. */
export function looseTerms(text: string, synonyms: Synonyms): Alternatives {
  const parts = searchAlternatives(text, synonyms).flatMap((one) =>
    searchRuns(one).flatMap((run) => {
      if (!isHan(run)) return [wholly(run)];
      const pairs = bigramsOf(run).map(quoted);
      return pairs.length === 0 ? [wholly(run)] : pairs.length === 1 ? [pairs] : pairs.slice(1).map((pair, at) => [pairs[at]!, pair]);
    }),
  );
  return [...new Map(parts.map((part) => [part.join(), part])).values()].slice(0, LOOSE_MAX);
}

function exactly(run: string, beginningsFrom = 1): string[] {
  return isHan(run) || run.length < Math.max(2, beginningsFrom) ? wholly(run) : [`${quoted(run)}:*`];
}

function wholly(run: string): string[] {
  return isHan(run) && run.length > 1 ? bigramsOf(run).map(quoted) : [quoted(run)];
}

/** Pairs that do not touch the character left out; where no pair is left, the other characters. */
function forgivingHan(run: string): Alternatives {
  const characters = [...run];
  if (characters.length < 3) return [wholly(run)];
  return characters.map((_, left) => {
    const pairs = bigramsOf(run).filter((_pair, at) => at !== left && at + 1 !== left);
    return (pairs.length > 0 ? pairs : characters.filter((_character, at) => at !== left)).map(quoted);
  });
}

/** The first two thirds of a long word. */
function forgivingWord(run: string): string[] {
  return run.length < 5 ? exactly(run) : [`${quoted(run.slice(0, Math.ceil((run.length * 2) / 3)))}:*`];
}

function quoted(lexeme: string): string {
  return `'${lexeme}'`; // runs hold letters and digits only: nothing to escape
}

/** The text of a tsquery that asks for all terms; null for none. */
export function allOf(terms: readonly string[]): string | null {
  return terms.length === 0 ? null : [...new Set(terms)].join(" & ");
}

/** The text of a tsquery that asks for one of the terms; null for none. */
export function anyOf(terms: readonly (string | null)[]): string | null {
  const there = [...new Set(terms.filter((term) => term !== null))];
  if (there.length <= 1) return there[0] ?? null;
  return `(${there.map((term) => `(${term})`).join(" | ")})`;
}
