/** A goal is met by the value itself, or by its ratio to a baseline that was measured in the same run. */
export interface Goal {
  readonly of: "value" | "ratio";
  readonly is: "at least" | "at most";
  readonly bound: number;
}

export interface Figure {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly goal?: Goal;
}

/** The line that is printed. `ratio` is value ÷ baseline; what has no baseline or no goal says null. */
export interface FigureLine {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly holds: boolean | null;
}

export function figureLine({ bench, metric, value, unit, baseline, goal }: Figure): FigureLine {
  if (!Number.isFinite(value)) throw new Error(`${bench} ${metric} is ${value}: that is no figure.`);
  if (baseline !== undefined && !(baseline > 0)) throw new Error(`${bench} ${metric} has the baseline ${baseline}: nothing compares with that.`);
  const ratio = baseline === undefined ? null : value / baseline;
  const compared = goal?.of === "ratio" ? ratio : value;
  if (goal && compared === null) throw new Error(`${bench} ${metric} has a goal for its ratio, but no baseline.`);
  return {
    bench,
    metric,
    value: rounded(value),
    unit,
    baseline: baseline === undefined ? null : rounded(baseline),
    ratio: ratio === null ? null : rounded(ratio),
    goal: goal ? `${goal.of} ${goal.is === "at least" ? ">=" : "<="} ${goal.bound}` : null,
    holds: goal && compared !== null ? (goal.is === "at least" ? compared >= goal.bound : compared <= goal.bound) : null, // before rounding
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
