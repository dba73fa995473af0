import { describe, expect, it } from "vitest";
import { figureLine } from "../src/figure.ts";
import { scriptsOf } from "../src/pages/first-load.ts";
import { inTurn, median } from "../src/rounds.ts";

describe("bench: figures", () => {
  it.each([
    ["at least", 700, 1000, 0.7, true],
    ["at least", 699.9999, 1000, 0.7, false],
    ["at most", 130, 100, 1.3, true],
    ["at most", 130.0001, 100, 1.3, false],
  ] as const)("bench: a ratio %s its bound: %d ÷ %d with bound %d holds: %s", (is, value, baseline, bound, holds) => {
    const line = figureLine({ bench: "pages", metric: "m", value, unit: "requests/s", baseline, goal: { of: "ratio", is, bound } });
    expect(line).toMatchObject({ baseline, goal: `ratio ${is === "at least" ? ">=" : "<="} ${bound}`, holds });
  });

  it("bench: a figure has exactly the members that its readers expect, null where there is nothing to say", () => {
    const line = figureLine({ bench: "pages", metric: "rate", value: 283.456789, unit: "requests/s" });
    expect(line).toEqual({ bench: "pages", metric: "rate", value: 283.5, unit: "requests/s", baseline: null, ratio: null, goal: null, holds: null });
  });

  it("bench: what cannot be a figure is an error, never a line", () => {
    const goal = { of: "ratio", is: "at least", bound: 1 } as const;
    expect(() => figureLine({ bench: "b", metric: "m", value: NaN, unit: "ms" })).toThrow(/no figure/);
    expect(() => figureLine({ bench: "b", metric: "m", value: 1, unit: "ms", baseline: 0, goal })).toThrow(/baseline/);
    expect(() => figureLine({ bench: "b", metric: "m", value: 1, unit: "ms", goal })).toThrow(/no baseline/);
  });
});

describe("bench: rounds", () => {
  it("bench: sides are measured in turn, every second round backwards, and the median is given", async () => {
    const order: string[] = [];
    const values = { a: [5, 1, 9], b: [2, 2, 2] };
    const side = (name: "a" | "b") => async () => {
      order.push(name);
      return values[name].shift() ?? NaN;
    };
    expect(await inTurn({ a: side("a"), b: side("b") }, () => undefined, 3)).toEqual({ a: 5, b: 2 });
    expect(order.join("")).toBe("abbaab");
  });

  it("bench: the median of an even number lies between the middle two, that of nothing does not exist", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(/nothing/);
  });
});

it("bench: scripts of a page are counted once, preloaded ones too, those for old browsers not", () => {
  const html = `<link rel="preload" as="script" href="/a.js"/><link rel="preload" as="style" href="/s.css"><script src="/a.js" async=""></script>
    <script>inline()</script><script src="/b.js?v=1&amp;w=2"></script><script src="/old.js" noModule=""></script>`;
  expect(scriptsOf(html)).toEqual(["/a.js", "/b.js?v=1&w=2"]);
});
