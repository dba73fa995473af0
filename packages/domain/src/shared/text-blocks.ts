/** What a line of a contract is on paper. */
export type TextBlock = { readonly kind: "title" | "clause" | "line" | "gap"; readonly text: string };

const CLAUSE = /^(?:第[一二三四五六七八九十百零〇\d]+条|[一二三四五六七八九十]+、)/;
const TITLE_LENGTH = 60;
const HEADING_LENGTH = 40;

/** A plain text as lines of paper: its title, the headings of its clauses, and everything else as it stands. */
export function textBlocks(text: string): readonly TextBlock[] {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n");
  const blocks = lines.map((raw, i): TextBlock => {
    const line = raw.trim();
    if (line === "") return { kind: "gap", text: "" };
    if (i === 0 && [...line].length <= TITLE_LENGTH && !/[。；，]$/.test(line)) return { kind: "title", text: line };
    // A clause whose words stand on the same line is text; only a heading of its own is set as one.
    return CLAUSE.test(line) && [...line].length <= HEADING_LENGTH && !/[。；，：]/.test(line) ? { kind: "clause", text: line } : { kind: "line", text: line };
  });
  return blocks.filter(({ kind }, i) => kind !== "gap" || blocks[i - 1]?.kind !== "gap");
}
