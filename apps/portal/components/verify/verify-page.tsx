import { verifyCertificate } from "@ttx/domain/certificate";
import { verifyRegistration } from "@ttx/domain/recognition";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { parseYuan, yuanText } from "@ttx/ui/format";
import { SearchIcon } from "@ttx/ui/icons/search";
import { ShieldCheckIcon } from "@ttx/ui/icons/shield-check";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Lang } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { href } from "#lang/href.ts";
import { readPublic } from "#runtime/read-page.ts";
import { RegistrationCertificate, TransactionCertificate } from "./verdicts.tsx";
import { Y } from "./verify-texts.ts";

export type VerifyPageProps = {
  readonly lang: Lang;
  /** What was typed: a number or a code, of whichever certificate. */
  readonly q: string;
  /** Given apart by the link on a certificate. */
  readonly no?: string;
  readonly code?: string;
  readonly amount: string;
};

/** One box for every certificate of the platform: whichever kind the number or the code belongs to is shown. */
export async function VerifyPage({ lang, q, no, code, amount }: VerifyPageProps) {
  const number = no ?? q;
  const secret = code ?? q;
  const fen = parseYuan(amount);
  const technicalAmount = fen !== null && fen > 0n ? yuanText(fen) : undefined;
  const asked = number !== "" || secret !== "";
  const [byCode, byNumber, transactionByCode, transactionByNo] = asked
    ? await Promise.all([
        readPublic(verifyRegistration, { code: secret, technicalAmount }),
        readPublic(verifyRegistration, { number, technicalAmount }),
        secret === "" ? null : readPublic(verifyCertificate, { code: secret }),
        number === "" ? null : readPublic(verifyCertificate, { no: number }),
      ])
    : [null, null, null, null];
  const registration = byCode ?? byNumber;
  const transaction = transactionByCode?.found ? transactionByCode : transactionByNo?.found ? transactionByNo : null;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, Y.title)} intro={pick(lang, Y.intro)} />
      <form role="search" action={href(lang, "/verify")} className="grid max-w-2xl gap-4">
        <TextInput id="q" label={pick(lang, Y.box)} className="tabular" maxLength={40} autoComplete="off" spellCheck={false} defaultValue={q || no || code} />
        <TextInput id="amount" label={pick(lang, Y.amount)} hint={pick(lang, Y.amountHint)} className="tabular" inputMode="decimal" maxLength={20} autoComplete="off" defaultValue={amount} />
        <div><Button type="submit" tone="primary" icon={<SearchIcon />}>{pick(lang, Y.go)}</Button></div>
      </form>
      {asked && !registration && !transaction ? <EmptyState level={2} icon={<ShieldCheckIcon size={24} />} title={pick(lang, Y.nothingTitle)}>{pick(lang, Y.nothingText)}</EmptyState> : null}
      <p><a className="link" href={href(lang, "/revocations")}>{pick(lang, Y.revocations)}</a></p>
      <div className="grid max-w-3xl gap-6">
        {registration ? <RegistrationCertificate lang={lang} verdict={registration} byCode={byCode !== null} /> : null}
        {transaction ? <TransactionCertificate lang={lang} verdict={transaction} /> : null}
      </div>
    </div>
  );
}
