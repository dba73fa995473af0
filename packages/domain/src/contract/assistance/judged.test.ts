import { beforeAll, describe, expect, test } from "vitest";
import { CONTRACT_TYPES, IP_KINDS, TECH_FIELDS } from "../../reference/index.ts";
import { judgedTexts, type JudgedText } from "./judged-texts.ts";
import { proposeFromText } from "./propose-from-text.ts";
import { TEXT_FLAG_LABELS } from "./text-flag.labels.ts";

const TUNING = ["tuning-rights", "tuning-services", "tuning-refused"].flatMap(judgedTexts);
/** The rules were never looked at against these while they were written. */
const HELD_OUT = judgedTexts("held-out");

type Target = "class" | "type" | "field" | "ip" | "turnover" | "technical" | "flags";
type Outcome = { readonly target: Target; readonly key: string; readonly right: boolean; readonly found: string; readonly judged: string };

async function outcomesOf(judged: JudgedText): Promise<readonly Outcome[]> {
  const found = await proposeFromText(judged.text);
  const flags = found.flags.map(({ code }) => code as string);
  const one = (target: Target, is: unknown, should: unknown): Outcome => ({ target, key: judged.key, right: String(is) === String(should), found: String(is), judged: String(should) });
  return [
    one("class", found.type?.charAt(0) ?? null, judged.type?.charAt(0) ?? null),
    one("type", found.type ?? null, judged.type),
    ...(judged.field === undefined ? [] : [one("field", found.field, judged.field)]),
    one("ip", found.ipKind, judged.ip),
    one("turnover", found.turnoverFen ?? null, judged.turnoverFen),
    ...(judged.technicalFen === undefined ? [] : [one("technical", found.technicalAmountFen, judged.technicalFen)]),
    one("flags", flags.toSorted().join(","), [...judged.flags].toSorted().join(",")),
  ];
}

const TARGETS: readonly Target[] = ["class", "type", "field", "ip", "turnover", "technical", "flags"];

type Accuracy = Readonly<Record<Target, { readonly right: number; readonly of: number }>>;

async function accuracy(set: readonly JudgedText[]): Promise<Accuracy> {
  const outcomes = (await Promise.all(set.map(outcomesOf))).flat();
  return Object.fromEntries(TARGETS.map((target) => {
    const of = outcomes.filter((one) => one.target === target);
    return [target, { right: of.filter(({ right }) => right).length, of: of.length }];
  })) as Record<Target, { right: number; of: number }>;
}

/** Least share that must be right, in per cent: what was reached, less a little. */
const FLOORS: Readonly<Record<"tuning" | "heldOut", Readonly<Record<Target, number>>>> = {
  tuning: { class: 98, type: 98, field: 97, ip: 98, turnover: 98, technical: 98, flags: 97 },
  heldOut: { class: 88, type: 85, field: 88, ip: 92, turnover: 97, technical: 97, flags: 85 },
};

describe("C2 recognition: proposals from the text, on the judged set", () => {
  let measured: { readonly tuning: Accuracy; readonly heldOut: Accuracy };
  beforeAll(async () => {
    measured = { tuning: await accuracy(TUNING), heldOut: await accuracy(HELD_OUT) };
  });

  test("C2 recognition: the set is large and labelled by the code tables", () => {
    expect(TUNING.length + HELD_OUT.length).toBeGreaterThanOrEqual(120);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(40);
    const all = [...TUNING, ...HELD_OUT];
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    for (const { key, type, field, ip, flags } of all) {
      if (type !== null) expect(CONTRACT_TYPES.isLeaf(type), key).toBe(true);
      if (field !== undefined) expect(TECH_FIELDS.has(field), key).toBe(true);
      expect(IP_KINDS.isLeaf(ip), key).toBe(true);
      for (const flag of flags) expect(Object.keys(TEXT_FLAG_LABELS), key).toContain(flag);
    }
    const leaves = new Set(all.map(({ type }) => type));
    expect(CONTRACT_TYPES.leaves().filter(({ code }) => !leaves.has(code)).map(({ code }) => code)).toEqual(["27"]);
  });

  test.each(TARGETS)("C2 recognition: %s is right often enough, also on texts the rules were not made on", (target) => {
    for (const set of ["tuning", "heldOut"] as const) {
      const { right, of } = measured[set][target];
      expect((right / of) * 100, `${set}: ${right} of ${of}`).toBeGreaterThanOrEqual(FLOORS[set][target]);
    }
  });

  test("C2 recognition: the accuracy is what the documentation says", async () => {
    const row = (target: Target): string => {
      const cell = ({ right, of }: { right: number; of: number }): string => `${right} / ${of} (${((right / of) * 100).toFixed(1)} %)`;
      return `| ${target} | ${cell(measured.tuning[target])} | ${cell(measured.heldOut[target])} |`;
    };
    const table = ["| target | tuning | held out |", "| --- | --- | --- |", ...TARGETS.map(row), ""].join("\n");
    await expect(table).toMatchFileSnapshot("../judged/accuracy.md");
  });

  test("C2 recognition: every passage points at its words", async () => {
    for (const { text } of [...TUNING, ...HELD_OUT]) {
      const length = text.normalize("NFKC").length;
      const proposed = await proposeFromText(text);
      for (const { start, end, text: words } of [...proposed.passages, ...proposed.flags.flatMap(({ passages }) => passages)]) {
        expect(end - start).toBe(words.length);
        expect(end).toBeLessThanOrEqual(length);
      }
    }
  });

  test("C2 recognition: an empty text proposes nothing", async () => {
    expect(await proposeFromText("")).toMatchObject({ typeConfidence: 0, ipKind: "0", passages: [] });
  });

  test("C2 recognition: a hint says its reason, never a decision", async () => {
    const { flags } = await proposeFromText(TUNING.find(({ key }) => key === "t33")!.text);
    expect(flags.map(({ code, refusalReason }) => [code, refusalReason])).toEqual([["MONOPOLY_TYING", "RF04"], ["MONOPOLY_NO_CHALLENGE", "RF04"]]);
    for (const { basis, passages } of flags) expect([basis !== "", passages.length > 0]).toEqual([true, true]);
  });
});
