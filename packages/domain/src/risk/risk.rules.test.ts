import { describe, expect, test } from "vitest";
import { addDays, day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { combine, compositeScore, isDemoted, levelOfScore } from "./composite-score.rules.ts";
import { SPLIT_POPULATION_Z, duplicateSignal, splitPopulationZ, splitSignal, type DuplicateFacts } from "./contract-signals.rules.ts";
import { comparisonGroup, priceSignal, priceZ, ratioSignal, type RatioFacts } from "./price-signals.rules.ts";
import { median, medianAbsoluteDeviation, robustZ } from "./robust.rules.ts";
import { RISK_RULES, riskRuleOn } from "./signal.rules.ts";

describe("K1 risk: composite score (B1)", () => {
  test("K1 risk: price 0.55, identity 0.40, text 0.15 make 77, red", () => {
    expect(combine([0.55, 0.4, 0.15])).toBe(77);
    expect(levelOfScore(77)).toBe("RED");
  });
  test.each([[70, "RED"], [69, "AMBER"], [40, "AMBER"], [39, "YELLOW"], [20, "YELLOW"], [19, "INFO"], [0, "INFO"]] as const)("K1 risk: score %i is %s", (score, level) => {
    expect(levelOfScore(score)).toBe(level);
  });
  test("K1 risk: only the strongest signal of a family counts, by the quality of its evidence; a hard rule is red", () => {
    const signals = [
      { family: "price", weight: 1, strength: 0.55, evidence: "official" }, { family: "price", weight: 1, strength: 0.5, evidence: "official" },
      { family: "identity", weight: 1, strength: 1, evidence: "inferred" }, { family: "text", weight: 0.5, strength: 0.3, evidence: "official" },
    ] as const;
    expect(compositeScore(signals)).toMatchObject({ score: 77, level: "RED" });
    expect(compositeScore([])).toEqual({ score: 0, level: "INFO", families: [] });
    expect(compositeScore([], true).level).toBe("RED");
  });
  test("K1 risk: a rule upheld in under 15 % of 100 cases only informs", () => {
    expect(isDemoted(14, 100)).toBe(true);
    expect(isDemoted(15, 100)).toBe(false);
    expect(isDemoted(0, 99)).toBe(false);
  });
});

describe("K1 risk: R01 duplicate", () => {
  const NEAR: DuplicateFacts = {
    ids: ["a", "b"], exact: false, sameParties: true, amountsFen: [wan(100), wan(101)], signedOn: [day("2026-03-01"), day("2026-03-31")],
    terms: [{ from: day("2026-03-01"), to: day("2027-03-01") }, { from: day("2026-03-31"), to: day("2027-03-31") }], textSimilarity: 0.634,
  };
  test.each<[string, Partial<DuplicateFacts>, string | undefined]>([
    ["a lightly edited copy (0.634)", {}, "AMBER"],
    ["the same template with another subject (0.236)", { textSimilarity: 0.236 }, undefined],
    ["the same key", { exact: true, sameParties: false, textSimilarity: 0 }, "RED"],
    ["other parties", { sameParties: false }, undefined],
    ["amounts more than 2 % apart", { amountsFen: [wan(100), wan(103)] }, undefined],
    ["signed 31 days apart", { signedOn: [day("2026-03-01"), day("2026-04-01")] }, undefined],
    ["a renewal", { terms: [{ from: day("2025-03-31"), to: day("2026-03-30") }, { from: day("2026-03-31"), to: day("2027-03-30") }] }, "INFO"],
  ])("K1 risk: %s → %s", (_, change, level) => expect(duplicateSignal({ ...NEAR, ...change })?.level).toBe(level));
});

describe("K1 risk: R02 splitting", () => {
  const start = day("2026-03-01");
  const contracts = (...items: readonly (readonly [offset: number, amount: number])[]) => items.map(([offset, amount], i) => ({ id: `c${i}`, signedOn: addDays(start, offset), technicalAmountFen: wan(amount) }));
  const T = [wan(500), wan(1000)];
  test.each([
    ["two just below 5 million", contracts([0, 480], [20, 490]), "AMBER", 1],
    ["three: 14.65 million", contracts([0, 490], [15, 485], [59, 490]), "RED", 1],
    ["one just below and one small", contracts([0, 480], [20, 60]), "AMBER", 0.54],
    ["one just below and two small", contracts([0, 480], [20, 60], [30, 60]), undefined, undefined],
    ["three far below", contracts([0, 200], [10, 200], [20, 200]), undefined, undefined],
    ["together below the threshold", contracts([0, 460], [10, 30]), undefined, undefined],
    ["61 days apart", contracts([0, 480], [61, 490]), undefined, undefined],
    ["60 days apart", contracts([0, 480], [60, 490]), "AMBER", 1],
    ["one at the threshold is no split of it", contracts([0, 500], [10, 20]), undefined, undefined],
    ["under 10 million", contracts([0, 950], [10, 950]), "AMBER", 1],
    ["one alone", contracts([0, 499]), undefined, undefined],
  ])("K1 risk: %s → %s", (_, group, level, strength) => {
    const signal = splitSignal(group, T);
    expect(signal?.level).toBe(level);
    if (strength !== undefined) expect(signal?.strength).toBeCloseTo(strength, 2);
  });
  test("K1 risk: the group of three is named with its sum", () => {
    expect(splitSignal(contracts([0, 490], [15, 485], [59, 490]), T)).toMatchObject({ recordIds: ["c0", "c1", "c2"], evidence: { sumFen: String(wan(1465)), contracts: 3, justBelow: 3 } });
  });
  test("K1 risk: 46 below and 18 above a threshold give z = 3.5", () => {
    expect(splitPopulationZ(46, 18)).toBeCloseTo(3.5, 10);
    expect(splitPopulationZ(46, 18)).toBeGreaterThanOrEqual(SPLIT_POPULATION_Z);
    expect(splitPopulationZ(0, 0)).toBe(0);
  });
});

describe("K1 risk: R04 price", () => {
  const PEERS = [28, 35, 40, 46, 52, 60, 75, 90, 120, 150, 1800].map((amount) => wan(amount));
  test("K1 risk: worked example: median 60, MAD 0.4055, 1800 → 5.66, 150 → 1.52", () => {
    const logs = PEERS.map((price) => Math.log(Number(price) / 1e6));
    expect(Math.exp(median(logs))).toBeCloseTo(60, 9);
    expect(medianAbsoluteDeviation(logs)).toBeCloseTo(0.4055, 4);
    expect(priceZ(wan(1800), PEERS)).toBeCloseTo(5.66, 2);
    expect(priceZ(wan(150), PEERS)).toBeCloseTo(1.52, 2);
  });
  const groups = [{ level: "type×field", pricesFen: PEERS }];
  const facts = { id: "c", peerGroups: groups, publicSeller: false };
  test.each([
    ["1800 among peers", { ...facts, priceFen: wan(1800) }, "RED"],
    ["150 among peers", { ...facts, priceFen: wan(150) }, undefined],
    ["a free licence", { ...facts, priceFen: 0n }, undefined],
    ["low, private seller", { ...facts, priceFen: wan(12) }, undefined],
    ["low, public seller", { ...facts, priceFen: wan(12), publicSeller: true }, "AMBER"],
    ["1.4 times the valuation", { ...facts, priceFen: wan(84), valuationFen: wan(60) }, "AMBER"],
    ["less than half the valuation", { ...facts, priceFen: wan(29), valuationFen: wan(60) }, "RED"],
    ["within 30 % of the valuation", { ...facts, priceFen: wan(77), valuationFen: wan(60) }, undefined],
    ["seven peers only", { ...facts, priceFen: wan(1800), peerGroups: [{ level: "x", pricesFen: PEERS.slice(0, 7) }] }, undefined],
    ["a related deal with half the limits", { ...facts, priceFen: wan(200), halfLimits: true }, "AMBER"],
  ])("K1 risk: %s → %s", (_, input, level) => expect(priceSignal(input)?.level).toBe(level));
  test("K1 risk: fewer than 20 peers widen the group, and the level used is shown", () => {
    const wide = { level: "type", pricesFen: [...PEERS, ...PEERS] };
    expect(comparisonGroup([...groups, wide])?.level).toBe("type");
    expect(comparisonGroup([{ level: "narrow", pricesFen: wide.pricesFen }, wide])?.level).toBe("narrow");
    expect(priceSignal({ ...facts, priceFen: wan(1800), peerGroups: [...groups, wide] })?.evidence).toMatchObject({ comparedWith: "type", peers: 22 });
  });
  test("K1 risk: without a scale among the peers there is no z", () => {
    expect(robustZ(9, [5, 5, 5])).toBeUndefined();
    expect(robustZ(9, [5, 5, 5, 6])).toBeCloseTo(4 / (1.253314 * 0.25), 6);
    expect(robustZ(9, [])).toBeUndefined();
  });
});

describe("K1 risk: R05 technical share", () => {
  const BASE: RatioFacts = { id: "c", technicalAmountFen: wan(96), turnoverFen: wan(100), goodsScore: 1, goodsScoreP90: 5, peerRatios: [] };
  test.each<[string, Partial<RatioFacts>, string | undefined]>([
    ["high share without goods", {}, undefined],
    ["high share and goods in the text", { goodsScore: 6 }, "AMBER"],
    ["goods in the text, but deducted", { goodsScore: 6, technicalAmountFen: wan(94) }, undefined],
    ["far above its peers", { peerRatios: [0.4, 0.42, 0.45, 0.5, 0.52, 0.55, 0.58, 0.6] }, "AMBER"],
    ["raised by 0.2 after a return", { technicalAmountFen: wan(80), ratioBeforeReturn: 0.6 }, "RED"],
    ["raised by less", { technicalAmountFen: wan(79), ratioBeforeReturn: 0.6 }, undefined],
    ["no turnover", { turnoverFen: 0n }, undefined],
  ])("K1 risk: %s → %s", (_, change, level) => expect(ratioSignal({ ...BASE, ...change })?.level).toBe(level));
});

describe("K1 risk: wording", () => {
  test.each(RISK_RULES)("K1 risk: $code asks a question and accuses nobody", ({ title, question, clearedBy }) => {
    for (const { zh, en } of [title, question, clearedBy]) {
      expect(zh).not.toMatch(/欺诈|造假|骗|违法|舞弊/);
      expect(en).not.toMatch(/fraud|fake|cheat|illegal|violat/i);
    }
    expect(question.zh).toContain("请说明");
    expect(question.en).toContain("Please explain");
  });
  test("K1 risk: a rule has its version of the day", () => {
    expect(riskRuleOn("R02", "2026-03-01")?.version).toBe("R02.1");
    expect(riskRuleOn("R02", "2025-03-01")).toBeUndefined();
  });
});
