import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { P } from "./deal-texts.ts";

type Props = { readonly lang: Lang; readonly dealId: string; readonly no: number; readonly amount: string; readonly today: string };

/** The seller confirms that an instalment has reached his own account. */
export function ConfirmReceipt({ lang, dealId, no, amount, today }: Props) {
  const named = (words: (typeof P)["confirm"] | (typeof P)["confirmSentence"]): string => pick(lang, words).replace("{no}", String(no));
  return (
    <FormAct
      lang={lang} url={`/api/v1/deals/${dealId}/payments/${no}/confirm`} label={named(P.confirm)} sentence={named(P.confirmSentence)} amount={amount}
      fields={[{ name: "receivedOn", label: pick(lang, P.receivedOn), kind: "date", value: today, max: today }]}
    />
  );
}
