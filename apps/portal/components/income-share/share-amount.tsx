import { formatYuan } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { pick, type Lang } from "@ttx/ui/text";
import { I } from "./income-share-texts.ts";

/** Yuan, or units of capital where shares were obtained. */
export function ShareAmount({ lang, mode, amount }: { readonly lang: Lang; readonly mode: string; readonly amount: bigint }) {
  if (mode !== "EQUITY") return <Money lang={lang} amount={amount} />;
  return <span className="tabular">{formatYuan(amount).replace(/^¥/, "")} {pick(lang, I.units)}</span>;
}
