import { formatCount, formatWan } from "@ttx/ui/format";
import { StatFigure } from "@ttx/ui/stat-figure";
import { pick, type Lang } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";
import { averageText } from "./table-rows.ts";
import type { OpenView } from "./view-of.ts";

/** The total of an area and period: count, turnover with its growth, technical amount, average. */
export function TotalFigures({ lang, total }: { readonly lang: Lang; readonly total: OpenView["total"] }) {
  const growth = Number(total.growthPercent);
  const change = Number.isNaN(growth)
    ? { direction: "same" as const, text: pick(lang, S.noBase) }
    : { direction: growth > 0 ? ("up" as const) : growth < 0 ? ("down" as const) : ("same" as const), text: `${total.growthPercent}% ${pick(lang, S.onYear)}` };
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-5 lg:grid-cols-4">
      <StatFigure label={pick(lang, S.contracts)} value={formatCount(total.contracts)} unit={pick(lang, S.items)} />
      <StatFigure label={pick(lang, S.turnover)} value={formatWan(total.turnoverFen, lang)} change={change} />
      <StatFigure label={pick(lang, S.technical)} value={formatWan(total.technicalFen, lang)} />
      <StatFigure label={pick(lang, S.average)} value={averageText(lang, total)} />
    </dl>
  );
}
