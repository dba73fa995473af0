import { fillText } from "@ttx/domain/shared/texts";
import { formatDay } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { U } from "./use-first-texts.ts";

export type CreditLine = { readonly since: string; readonly paidOn: string | null; readonly licenceEnded: boolean };

/** A firm's file of licences that are used first and paid later. */
export function CreditLines({ lang, credit }: { readonly lang: Lang; readonly credit: readonly CreditLine[] }) {
  if (credit.length === 0) return <p className="text-ink-soft">{pick(lang, U.creditNone)}</p>;
  return (
    <ul className="grid gap-1">
      {credit.map(({ since, paidOn, licenceEnded }) => (
        <li key={since} className={paidOn === null ? "text-due" : undefined}>
          {fillText(pick(lang, paidOn === null ? U.creditOpen : U.creditLate), { since: formatDay(since, lang), paid: paidOn === null ? "" : formatDay(paidOn, lang) })}
          {licenceEnded ? pick(lang, U.creditEnded) : null}
        </li>
      ))}
    </ul>
  );
}
