import { COST_KIND_LABELS, type AmountWorksheet as Worksheet } from "@ttx/domain/contract/client";
import { fillText } from "@ttx/domain/shared/texts";
import { cx } from "@ttx/ui/cx";
import { Money } from "@ttx/ui/money";
import { pick, type Lang } from "@ttx/ui/text";
import { C } from "./contract-texts.ts";

type Props = {
  readonly lang: Lang;
  readonly worksheet: Worksheet;
  /** The amount that the office decided on; shown where it departs from what was filed. */
  readonly decidedFen?: bigint | null;
};

/** How the technical amount comes out of the turnover (技术交易额核定表), line by line. */
export function AmountWorksheet({ lang, worksheet, decidedFen }: Props) {
  const departs = decidedFen !== undefined && decidedFen !== null && decidedFen !== worksheet.technicalAmountFen;
  const nameOf = ({ kind, costKind }: Worksheet["lines"][number]): string => {
    const cost = costKind ? pick(lang, COST_KIND_LABELS[costKind]) : "";
    switch (kind) {
      case "turnover":
        return pick(lang, C.lineTurnover);
      case "deduction":
        return fillText(pick(lang, C.lineDeduction), { kind: cost });
      case "carrierKept":
        return fillText(pick(lang, C.lineCarrier), { kind: cost });
      case "technicalAmount":
        return pick(lang, C.lineTechnical);
    }
  };
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{pick(lang, C.worksheet)}</caption>
      <tbody>
        {worksheet.lines.map((line, at) => (
          <tr key={at} className={cx("border-b border-line", line.kind === "technicalAmount" && "border-b-0 border-t-2 border-t-edge font-semibold")}>
            <th scope="row" className={cx("py-1.5 pr-3 text-left", line.kind !== "technicalAmount" && "font-normal")}>{nameOf(line)}{line.note ? <span className="ml-2 font-normal text-ink-soft">{line.note}</span> : null}</th>
            <td className="tabular py-1.5 text-right whitespace-nowrap"><Money lang={lang} amount={line.amountFen} /></td>
          </tr>
        ))}
        {departs ? (
          <>
            <tr className="border-b border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">{pick(lang, C.lineByOffice)}</th>
              <td className="tabular py-1.5 text-right whitespace-nowrap"><Money lang={lang} amount={decidedFen - worksheet.technicalAmountFen} /></td>
            </tr>
            <tr className="border-t-2 border-t-edge font-semibold">
              <th scope="row" className="py-1.5 pr-3 text-left">{pick(lang, C.lineDecided)}</th>
              <td className="tabular py-1.5 text-right whitespace-nowrap"><Money lang={lang} amount={decidedFen} /></td>
            </tr>
          </>
        ) : null}
      </tbody>
    </table>
  );
}
