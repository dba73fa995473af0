/** An exact quotient. Measures are computed from unrounded amounts and rounded at display only. Domain note contract-registration §9.3. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

export function ratio(numerator: bigint, denominator: bigint): Ratio | undefined {
  if (denominator === 0n) return undefined;
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** What a table shows where a measure does not exist: missing or zero base. */
export const MISSING = "–";

/** The ratio times `factor`, rounded half up in magnitude (四舍五入) to a number of decimals. */
export function displayRatio(of: Ratio | undefined, decimals: number, factor = 1n): string {
  if (!of) return MISSING;
  const negative = of.numerator < 0n;
  const scaled = (negative ? -of.numerator : of.numerator) * factor * 10n ** BigInt(decimals);
  const rounded = (scaled * 2n + of.denominator) / (of.denominator * 2n);
  const digits = String(rounded).padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}

export function displayPercent(of: Ratio | undefined, decimals: number): string {
  return displayRatio(of, decimals, 100n);
}

/** For charts only: a float never goes back into a computation. */
export function ratioNumber(of: Ratio | undefined): number | undefined {
  if (!of) return undefined;
  const scale = 10n ** 12n;
  return Number((of.numerator * scale) / of.denominator) / Number(scale);
}

/** 增长率: missing without a base above zero. */
export function growth(current: bigint | undefined, base: bigint | undefined): Ratio | undefined {
  if (current === undefined || base === undefined || base <= 0n) return undefined;
  return ratio(current - base, base);
}

export function share(part: bigint, total: bigint): Ratio | undefined {
  return ratio(part, total);
}

/** 平均每项成交额, in fen per contract. */
export function average(turnoverFen: bigint, count: bigint): Ratio | undefined {
  return ratio(turnoverFen, count);
}

/** Growth of averages, from the unrounded averages: never from displayed values. */
export function averageGrowth(turnoverFen: bigint, count: bigint, baseTurnoverFen: bigint, baseCount: bigint): Ratio | undefined {
  if (count === 0n || baseCount === 0n || baseTurnoverFen <= 0n) return undefined;
  return ratio(turnoverFen * baseCount - baseTurnoverFen * count, baseTurnoverFen * count);
}

const FEN_PER_WAN = 1_000_000n;
const FEN_PER_YI = 10_000_000_000n;

export function displayWan(of: Ratio | bigint | undefined, decimals = 2): string {
  const exact = typeof of === "bigint" ? ratio(of, 1n) : of;
  return displayRatio(exact && { numerator: exact.numerator, denominator: exact.denominator * FEN_PER_WAN }, decimals);
}

export function displayYi(of: Ratio | bigint | undefined, decimals = 2): string {
  const exact = typeof of === "bigint" ? ratio(of, 1n) : of;
  return displayRatio(exact && { numerator: exact.numerator, denominator: exact.denominator * FEN_PER_YI }, decimals);
}

/** 年均增长率 over n years, in per cent with two decimals; a root is not rational, so the float is rounded here. */
export function displayAverageGrowth(last: bigint, first: bigint, years: number): string {
  if (first <= 0n || last < 0n || years <= 0) return MISSING;
  const exact = ratioNumber(ratio(last, first))!;
  return displayFloat((exact ** (1 / years) - 1) * 100, 2);
}

/** Decimals of a float that stems from a root or a logarithm, rounded half up in magnitude. */
export function displayFloat(value: number, decimals: number): string {
  const scaled = Math.round(Math.abs(value) * 10 ** decimals + 1e-9) / 10 ** decimals;
  return `${value < 0 && scaled !== 0 ? "-" : ""}${scaled.toFixed(decimals)}`;
}

/** 对增长的贡献: the part's change in the change of the whole. */
export function contribution(part: bigint, partBase: bigint, total: bigint, totalBase: bigint): Ratio | undefined {
  return ratio(part - partBase, total - totalBase);
}

/** Herfindahl index of the parts, exact. */
export function concentration(parts: readonly bigint[]): Ratio | undefined {
  const total = parts.reduce((sum, part) => sum + part, 0n);
  return ratio(parts.reduce((sum, part) => sum + part * part, 0n), total * total);
}

export type Total = { readonly count: bigint; readonly turnoverFen: bigint };
export type RegionFlow = {
  /** 输出: sellers in the region. */
  readonly output: Total;
  /** 吸纳: buyers in the region. */
  readonly absorbed: Total;
  /** Both in the region: part of output and of absorbed. */
  readonly local: Total;
};

export type FlowBalance = { readonly outflow: Total; readonly inflow: Total; readonly net: Total; readonly handled: Total };

const minus = (a: Total, b: Total): Total => ({ count: a.count - b.count, turnoverFen: a.turnoverFen - b.turnoverFen });
const plus = (a: Total, b: Total): Total => ({ count: a.count + b.count, turnoverFen: a.turnoverFen + b.turnoverFen });

/** Outflow, inflow and net export. `handled` counts the local flow once; output + absorbed would count it twice (§9.4, no. 4). */
export function flowBalance({ output, absorbed, local }: RegionFlow): FlowBalance {
  const outflow = minus(output, local);
  return { outflow, inflow: minus(absorbed, local), net: minus(output, absorbed), handled: plus(outflow, absorbed) };
}

export type FlowCell = Total & { readonly from: string; readonly to: string };

/** Row and column sums of a flow table: Σ output = Σ absorbed = total. */
export function flowTotals(cells: readonly FlowCell[]): { readonly output: ReadonlyMap<string, Total>; readonly absorbed: ReadonlyMap<string, Total>; readonly total: Total } {
  const none: Total = { count: 0n, turnoverFen: 0n };
  const output = new Map<string, Total>();
  const absorbed = new Map<string, Total>();
  for (const cell of cells) {
    output.set(cell.from, plus(output.get(cell.from) ?? none, cell));
    absorbed.set(cell.to, plus(absorbed.get(cell.to) ?? none, cell));
  }
  return { output, absorbed, total: cells.reduce<Total>(plus, none) };
}
