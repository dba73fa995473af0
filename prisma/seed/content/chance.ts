/** Chance that repeats: every draw of the demo country comes from a named stream of one seed. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** `count` different items, in the order of the list. */
  some<T>(items: readonly T[], count: number): T[];
  shuffled<T>(items: readonly T[]): T[];
  yes(probability: number): boolean;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

/** A stream of its own for each part, so that adding an organisation does not change every result. */
export function chanceOf(seed: number, stream: string): Chance {
  let state = (seed ^ hash(stream)) >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error(`nothing to pick from in stream ${stream}`);
    return items[int(0, items.length - 1)] as T;
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
  return {
    next,
    int,
    pick,
    shuffled,
    weighted: <T>(items: readonly (readonly [T, number])[]): T => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((left -= weight) < 0) return item;
      return (items[items.length - 1] as readonly [T, number])[0];
    },
    some: <T>(items: readonly T[], count: number): T[] => {
      const kept = new Set(shuffled(items.map((_, i) => i)).slice(0, count));
      return items.filter((_, i) => kept.has(i));
    },
    yes: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** `{x}` is the variant, `{p}` the place of trial, `{#90-95}` or `{#0.5-1.2}` a figure of that precision. */
export function fill(template: string, chance: Chance, slots: Readonly<Record<string, string>> = {}): string {
  return template
    .replace(/\{#([\d.]+)-([\d.]+)\}/g, (_, low: string, high: string) => {
      const digits = Math.max(low.split(".")[1]?.length ?? 0, high.split(".")[1]?.length ?? 0);
      const value = Number(low) + chance.next() * (Number(high) - Number(low));
      return digits > 0 ? value.toFixed(digits) : String(roundForEye(Math.round(value)));
    })
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => slots[name] ?? whole);
}

/** A figure above a thousand is written round, as people do. */
function roundForEye(value: number): number {
  if (value < 200) return value;
  const step = 10 ** Math.floor(Math.log10(value) - 1);
  return Math.round(value / step) * step;
}
