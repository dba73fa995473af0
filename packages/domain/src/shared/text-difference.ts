/** A piece of two versions of a text: in both, only in the older, or only in the newer. */
export type TextPiece = { readonly text: string; readonly is: "same" | "gone" | "new" };

/** Pieces that are compared whole: words of letters and digits, single Chinese characters, marks. */
const TOKENS = /[\p{Script=Latin}\p{N}]+|\s+|./gsu;
/** Beyond so many pairs of pieces, texts are compared sentence by sentence. */
const PAIRS_MAX = 4_000_000;

/** What changed from one version of a text to the next: all pieces in order, so that either version can be read from them. */
export function textDifference(before: string, after: string): TextPiece[] {
  const byToken = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []] as const;
  const [a, b] = byToken[0].length * byToken[1].length <= PAIRS_MAX ? byToken : ([sentences(before), sentences(after)] as const);
  return joined(compared(a, b));
}

function sentences(text: string): string[] {
  return text.match(/[^。；！？\n]*[。；！？\n]?/gu)?.filter((one) => one !== "") ?? [];
}

/** Longest common subsequence of the middle, after the equal beginning and end were set aside. */
function compared(a: readonly string[], b: readonly string[]): TextPiece[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const width = y.length + 1;
  const length = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = y.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = x[i] === y[j] ? length[(i + 1) * width + j + 1]! + 1 : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const middle: TextPiece[] = [];
  for (let i = 0, j = 0; i < x.length || j < y.length; ) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      middle.push({ text: x[i]!, is: "same" });
      i += 1;
      j += 1;
    } else if (j >= y.length || (i < x.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!)) {
      middle.push({ text: x[i]!, is: "gone" });
      i += 1;
    } else {
      middle.push({ text: y[j]!, is: "new" });
      j += 1;
    }
  }
  const same = (tokens: readonly string[]): TextPiece[] => tokens.map((text) => ({ text, is: "same" }));
  return [...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))];
}

function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = [];
  for (const { text, is } of pieces) {
    const last = result.at(-1);
    if (last?.is === is) result[result.length - 1] = { text: last.text + text, is };
    else result.push({ text, is });
  }
  return result;
}
