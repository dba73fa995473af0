import { once } from "node:events";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { entryColumns, type Entry, searchVector, type SearchPart } from "@ttx/domain/search";
import { demoResults, ORGANISATIONS } from "../../../../prisma/seed/content/index.ts";
import { SEED } from "../../../../prisma/seed/seed-number.ts";

const FIRST_DAY = Date.UTC(2016, 10, 20);
const LAST_DAY = Date.UTC(2026, 10, 20);
const INDEXES = ["search_entry_search", "search_entry_at_subject_id_idx", "search_entry_price_fen_subject_id_idx", "search_entry_due_at_subject_id_idx", "search_entry_about_id_idx", "search_entry_dearest"];

/** The same numbers at every run (a linear congruential generator: nothing here is a secret). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Generated results over ten years, copied in: titles and summaries put together from those of the demo country, so that words are as frequent as they
 * are there, and each with a number of its own, so that there are rare words as well.
 */
export async function copyResults(client: pg.Client, count: number, say: (line: string) => void): Promise<void> {
  const results = demoResults(SEED);
  const chance = numbers(7);
  const any = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  const definitions = (await client.query<{ indexdef: string }>("select indexdef from pg_indexes where indexname = any($1)", [INDEXES])).rows.map(({ indexdef }) => indexdef);
  for (const name of INDEXES) await client.query(`drop index ${name}`);
  const sink = client.query(copyStreams.from("copy search_entry (kind, subject_id, title, title_en, text, owner_id, owner_name, field, region, division_code, stage, modes, price_fen, price_band, at, marks, card, search) from stdin"));
  const lines: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const [named, told, owner] = [any(results), any(results), any(ORGANISATIONS)];
    const serial = String(at).padStart(7, "0");
    const entry: Omit<Entry, "parts"> = {
      kind: "RESULT",
      subjectId: `00000000-0000-8000-a000-${serial.padStart(12, "0")}`,
      title: `${named.title}（${serial}）`,
      titleEn: named.titleEn,
      text: told.summary.slice(0, 160),
      owner: { id: `00000000-0000-8000-b000-${String(ORGANISATIONS.indexOf(owner)).padStart(12, "0")}`, name: owner.name, nameEn: owner.nameEn },
      field: named.field, divisionCode: owner.divisionCode, stage: named.stage, modes: named.tradeModes, priceFen: named.askedPriceFen === null ? null : named.askedPriceFen + BigInt(at % 1_000) * 10_000n, dueAt: null,
      // Ids follow the order of publication roughly, as they do in life.
      at: new Date(FIRST_DAY + Math.floor(((at + chance() * 5_000) / (count + 5_000)) * (LAST_DAY - FIRST_DAY))),
      card: { readinessLevel: named.trl, priceNegotiable: false, rightsCount: named.ipRights.length },
    };
    const words = [vectorOf(named.title, "A"), vectorOf(named.titleEn, "A"), `'${serial}':99A`, vectorOf(owner.name, "C"), vectorOf(told.summary.slice(0, 160), "D")].join(" ");
    lines.push(lineOf(entry, words));
    if (lines.length === LINES_AT_ONCE) {
      if (!sink.write(lines.join(""))) await once(sink, "drain");
      lines.length = 0;
    }
    if ((at + 1) % 250_000 === 0) say(`${at + 1} of ${count} results copied`);
  }
  sink.end(lines.join(""));
  await once(sink, "finish");
  say("building the indexes");
  await client.query("set maintenance_work_mem = '256MB'");
  for (const definition of definitions) await client.query(definition);
  await client.query("vacuum analyze search_entry");
}

const LINES_AT_ONCE = 500;
const vectors = new Map<string, string>();

/** The vector of a text that many results share, made once by the platform's own function. */
function vectorOf(text: string, weight: SearchPart["weight"]): string {
  const known = vectors.get(text);
  if (known !== undefined) return known;
  const made = searchVector([{ text, weight }]);
  vectors.set(text, made);
  return made;
}

/** A row in the text format of COPY. */
function lineOf(entry: Omit<Entry, "parts">, words: string): string {
  const { columns: c, vector: marks } = entryColumns({ ...entry, parts: [] });
  const array = (items: readonly string[]): string => `{${items.map((item) => `"${item}"`).join(",")}}`;
  const cells = [c.kind, c.subjectId, c.title, c.titleEn, c.text, c.ownerId, c.ownerName, c.field, c.region, c.divisionCode, c.stage, array(c.modes), c.priceFen?.toString() ?? null, c.priceBand, c.at.toISOString(), array(c.marks), JSON.stringify(c.card), `${words} ${marks}`];
  return `${cells.map((cell) => (cell === null ? "\\N" : cell.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\r?\n/g, "\\n"))).join("\t")}\n`;
}
