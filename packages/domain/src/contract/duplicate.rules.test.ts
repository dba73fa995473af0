import { expect, test } from "vitest";
import fc from "fast-check";
import { bigrams, differences, jaccard, normaliseText, textFingerprint, textSimilarity } from "./duplicate.rules.ts";

const ORIGINAL = "基于深度学习的锂电池隔膜缺陷在线检测系统开发，甲方委托乙方研制检测算法与样机，交付源代码和测试报告";
const EDITED = "基于深度学习的锂电池隔膜表面缺陷在线检测系统研发，甲方委托乙方研制检测算法及样机，并交付源代码、测试报告";
const OTHER = "水稻耐盐新品种选育技术服务，甲方委托乙方开展田间试验，交付品种材料和测试报告";

test("K1 risk: text is compared without case, width, blanks and punctuation", () => {
  expect(normaliseText(" Ａi 系统，V２.0！")).toBe("ai系统v20");
  expect(textFingerprint("技术 开发（AI）合同。")).toBe(textFingerprint("技术开发(ai)合同"));
  expect(textFingerprint("技术开发合同")).not.toBe(textFingerprint("技术开发合同2"));
  expect(textFingerprint("x")).toMatch(/^[0-9a-f]{32}$/);
});

test("K1 risk: bigram Jaccard", () => {
  expect([...bigrams("技术合同")]).toEqual(["技术", "术合", "合同"]);
  expect(jaccard(bigrams("技术合同"), bigrams("技术合约"))).toBeCloseTo(2 / 4, 10);
  expect(jaccard(new Set(), new Set())).toBe(0);
});

test("K1 risk: a lightly edited copy is above 0.60 and another subject under the same template well below", () => {
  expect(textSimilarity(ORIGINAL, ORIGINAL)).toBe(1);
  expect(textSimilarity(ORIGINAL, EDITED)).toBeGreaterThanOrEqual(0.6);
  expect(textSimilarity(ORIGINAL, OTHER)).toBeLessThan(0.3);
  expect(textSimilarity(ORIGINAL, OTHER, "甲方委托乙方，交付和测试报告")).toBeLessThan(textSimilarity(ORIGINAL, OTHER));
});

test("K1 risk: similarity is symmetric and within 0 and 1", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    const similarity = textSimilarity(a, b);
    expect(similarity).toBe(textSimilarity(b, a));
    expect(similarity >= 0 && similarity <= 1).toBe(true);
  }));
});

test("K1 risk: differences side by side", () => {
  expect(differences("甲委托乙。研制样机。付款。", "甲委托乙。研制算法。付款。").map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "same 甲委托乙。", "left 研制样机。", "right 研制算法。", "same 付款。",
  ]);
});
