/** The top of a zero-based axis and its steps: 1, 2 or 5 times a power of ten, at most `most` steps. */
export function axisSteps(max: number, most = 5): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const raw = max / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((k) => k * power >= raw) ?? 10) * power;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** The steps of an axis that need not start at zero: from the step at or below the least value to the one at or above the largest. */
export function axisBetween(min: number, max: number, most = 5): readonly number[] {
  const step = axisSteps(max > min ? max - min : max, most)[1]!;
  const first = Math.floor(min / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The class of a value on the sequential scale: 0 for nothing, 1 to 5 by fifths of the largest, on a root scale so that small provinces still differ. */
export function sequentialClass(value: number, max: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (!(value > 0) || !(max > 0)) return 0;
  return Math.min(5, Math.max(1, Math.ceil(Math.sqrt(value / max) * 5))) as 1 | 2 | 3 | 4 | 5;
}
