import { capitalYuan } from "./capital-yuan.ts";
import { formatYuan, type Amount } from "./format.ts";

/** An amount that is about to bind: exact, and below it the Chinese capital form (大写). */
export function BoundAmount({ amount }: { readonly amount: Amount }) {
  return (
    <div className="rounded border border-line bg-ground p-4">
      <p className="tabular text-xl font-semibold">{formatYuan(amount)}</p>
      <p className="text-sm text-ink-soft">{capitalYuan(amount)}</p>
    </div>
  );
}
