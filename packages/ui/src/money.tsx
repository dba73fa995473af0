import { cx } from "./cx.ts";
import { formatWan, formatYuan, yuanText, toFen, type Amount } from "./format.ts";
import type { Lang } from "./text.ts";

export type MoneyProps = {
  readonly amount: Amount;
  readonly lang: Lang;
  /** exact in files and ledgers; readable (万元、亿元) in lists and charts, exact on hover. */
  readonly as?: "exact" | "readable";
  readonly className?: string;
};

export function Money({ amount, lang, as = "exact", className }: MoneyProps) {
  const exact = formatYuan(amount);
  return (
    <data value={yuanText(toFen(amount))} title={as === "readable" ? exact : undefined} className={cx("tabular whitespace-nowrap", className)}>
      {as === "readable" ? formatWan(amount, lang) : exact}
    </data>
  );
}
