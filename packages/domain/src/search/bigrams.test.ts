import { describe, expect, it } from "vitest";
import { bigramsOf, forgivingTerms, looseTerms, searchAlternatives, searchQuery, searchRuns, searchTerms, searchVector, type Synonyms } from "./bigrams.ts";
import { excerpt, highlight, highlightWords } from "./highlight.ts";

const NONE: Synonyms = new Map();

describe("R1 search: pairs of characters", () => {
  it("R1 search: cuts text into Chinese runs and words, narrow and in lower case", () => {
    expect(searchRuns("ＳｉＣ功率器件（5G基站）、钒钛")).toEqual(["sic", "功率器件", "5g", "基站", "钒钛"]);
    expect(bigramsOf("功率器件")).toEqual(["功率", "率器", "器件"]);
  });

  it("R1 search: a vector holds pairs, single characters and words, with where they stood", () => {
    expect(searchVector([{ text: "钒钛", weight: "A" }, { text: "TC4 钛", weight: "D" }])).toBe("'钒钛':1A '钒':2A '钛':3A 'tc4'");
  });

  it.each([
    ["钒", "'钒'"],
    ["钒钛", "'钒钛'"],
    ["钒钛电池", "'钒钛' & '钛电' & '电池'"],
    ["graph", "'graph':*"],
    ["x", "'x'"],
    ["钒 电池", "'钒' & '电池'"],
    ["'; drop table result --", "'drop':* & 'table':* & 'result':*"],
    ["，。", null],
  ])("R1 search: “%s” asks for %s", (text, query) => {
    expect(searchQuery(text, NONE)).toBe(query);
  });

  it("R1 search: other words for the same thing are looked for as well", () => {
    const synonyms: Synonyms = new Map([["芯片", ["集成电路"]]]);
    expect(searchAlternatives("国产芯片", synonyms)).toEqual(["国产芯片", "国产 集成电路"]);
    expect(searchAlternatives("chain", new Map([["ai", ["人工智能"]]]))).toEqual(["chain"]);
    expect(searchAlternatives("国产3D打印机", new Map([["3d打印", ["增材制造"]]])), "a word of letters and characters").toEqual(["国产 3d 打印机", "国产 增材制造 机"]);
    expect(searchAlternatives("CAR-T 疗法", new Map([["car-t", ["嵌合抗原受体"]]]))).toEqual(["car t 疗法", "嵌合抗原受体 疗法"]);
    expect(searchQuery("芯片", synonyms)).toBe("(('芯片') | ('集成' & '成电' & '电路'))");
  });

  it("R1 search: an abbreviation is a whole word, a longer word may be the beginning of one, and another word for it is whole", () => {
    expect(searchTerms("SMA 传感器阵列", new Map())).toEqual([["'sma'", "'传感'", "'感器'", "'器阵'", "'阵列'"]]);
    expect(searchTerms("graph", NONE)).toEqual([["'graph':*"]]);
    expect(searchTerms("碳化硅", new Map([["碳化硅", ["graphene"]]]))).toEqual([["'碳化'", "'化硅'"], ["'graphene'"]]);
  });

  it("R1 search: parts of words are each looked for by themselves", () => {
    expect(looseTerms("钒钛电池 x", NONE)).toEqual([["'钒钛'", "'钛电'"], ["'钛电'", "'电池'"], ["'x'"]]);
  });

  it("R1 search: one wrong character in a word is forgiven", () => {
    expect(forgivingTerms("钒钛矿")).toEqual([["'钛矿'"], ["'钒'", "'矿'"], ["'钒钛'"]]);
    expect(forgivingTerms("钒钛矿 电池")).toEqual([["(('钛矿') | ('钒' & '矿') | ('钒钛'))", "'电池'"]]);
    expect(forgivingTerms("graphane")).toEqual([["'grapha':*"]]);
    expect(forgivingTerms("钒钛")).toEqual([["'钒钛'"]]);
  });

  it("R1 search: what was looked for is marked, and nothing of the text is lost", () => {
    const words = highlightWords("钒钛 sic", NONE);
    expect(highlight("攀西钒钛与SiC", words)).toEqual([{ text: "攀西", hit: false }, { text: "钒钛", hit: true }, { text: "与", hit: false }, { text: "SiC", hit: true }]);
    const long = `${"前".repeat(100)}钒钛${"后".repeat(100)}`;
    const cut = excerpt(long, words, 40);
    expect(cut.some(({ hit }) => hit)).toBe(true);
    expect(cut.map(({ text }) => text).join("")).toMatch(/^….*…$/);
  });
});
