import type { CertificateVerdict } from "@ttx/domain/certificate";
import { DEAL_METHOD_LABELS } from "@ttx/domain/certificate/client";
import type { verifyRegistration } from "@ttx/domain/recognition";
import { RECOGNITION_STATE_LABELS, ruleSetName } from "@ttx/domain/recognition/client";
import { codeLabel } from "@ttx/domain/reference/client";
import { DefinitionList, type Definition } from "@ttx/ui/definition-list";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Y } from "./verify-texts.ts";

export type RegistrationVerdict = NonNullable<Awaited<ReturnType<(typeof verifyRegistration)["run"]>>>;

/** A registration certificate as anybody may see it. */
export function RegistrationCertificate({ lang, verdict, byCode }: { readonly lang: Lang; readonly verdict: RegistrationVerdict; readonly byCode: boolean }) {
  const good = verdict.standing && !verdict.superseded;
  const items: Definition[] = [
    fact(lang, Y.number, <span className="tabular">{verdict.registrationNo}</span>),
    fact(lang, Y.edition, String(verdict.version)),
    fact(lang, Y.class, pick(lang, codeLabel("contract-types", verdict.contractType))),
    fact(lang, Y.registeredOn, formatDay(verdict.registeredOn, lang)),
    fact(lang, Y.state, pick(lang, RECOGNITION_STATE_LABELS[verdict.state])),
    fact(lang, Y.office, <span lang="zh-CN">{verdict.officeName}</span>),
    fact(lang, Y.rules, pick(lang, ruleSetName(verdict.ruleSet))),
    ...(verdict.projectName === undefined ? [] : [fact(lang, Y.project, <span lang="zh-CN">{verdict.projectName}</span>)]),
    ...(verdict.sellers === undefined ? [] : [fact(lang, Y.sellers, <span lang="zh-CN">{verdict.sellers.join("、")}</span>)]),
    ...(verdict.buyers === undefined ? [] : [fact(lang, Y.buyers, <span lang="zh-CN">{verdict.buyers.join("、")}</span>)]),
    ...(verdict.revokedAt === null ? [] : [fact(lang, Y.revokedAt, formatDateTime(verdict.revokedAt, lang))]),
  ];
  return (
    <Verdict lang={lang} title={Y.registration} good={good} superseded={verdict.superseded && verdict.standing} intact={verdict.intact} hash={verdict.hash}>
      {verdict.amountMatches === undefined ? null : <p className={verdict.amountMatches ? "mb-3 font-medium text-done" : "mb-3 font-medium text-live"}>{pick(lang, verdict.amountMatches ? Y.amountMatches : Y.amountDiffers)}</p>}
      <DefinitionList items={items} />
      {verdict.projectName === undefined ? <p className="mt-3 text-sm text-ink-soft">{pick(lang, !byCode ? Y.withCode : verdict.withheld ? Y.withheld : Y.secret)}</p> : null}
    </Verdict>
  );
}

/** A transaction certificate as anybody may see it. */
export function TransactionCertificate({ lang, verdict }: { readonly lang: Lang; readonly verdict: Extract<CertificateVerdict, { readonly found: true }> }) {
  const { facts } = verdict;
  const items: Definition[] = [
    fact(lang, Y.certificateNo, <span className="tabular">{verdict.no}</span>),
    fact(lang, Y.venue, <span lang="zh-CN">{verdict.venue}</span>),
    fact(lang, Y.issuedAt, formatDateTime(verdict.issuedAt, lang)),
    ...(facts === null
      ? []
      : [
          fact(lang, Y.result, <span lang="zh-CN">{facts.result}</span>),
          fact(lang, Y.method, pick(lang, DEAL_METHOD_LABELS[facts.method])),
          fact(lang, Y.seller, <span lang="zh-CN">{facts.seller.name}</span>),
          fact(lang, Y.buyer, <span lang="zh-CN">{facts.buyer.name}</span>),
          fact(lang, Y.price, <Money lang={lang} amount={BigInt(facts.priceFen)} />),
          fact(lang, Y.signedOn, formatDay(facts.signedOn, lang)),
        ]),
    ...(verdict.revokedAt === null ? [] : [fact(lang, Y.revokedAt, formatDateTime(verdict.revokedAt, lang))]),
    ...(verdict.revokedReason === null ? [] : [fact(lang, Y.reason, <span lang="zh-CN">{verdict.revokedReason}</span>)]),
    ...(verdict.replacedBy === null ? [] : [fact(lang, Y.replacedBy, <span className="tabular">{verdict.replacedBy}</span>)]),
  ];
  return (
    <Verdict lang={lang} title={Y.transaction} good={verdict.state === "ACTIVE"} superseded={false} intact={verdict.intact} hash={verdict.hash}>
      <DefinitionList items={items} />
    </Verdict>
  );
}

function fact(lang: Lang, term: Text, value: Definition["value"]): Definition {
  return { term: pick(lang, term), value };
}

type VerdictProps = { readonly lang: Lang; readonly title: Text; readonly good: boolean; readonly superseded: boolean; readonly intact: boolean; readonly hash: string; readonly children: React.ReactNode };

function Verdict({ lang, title, good, superseded, intact, hash, children }: VerdictProps) {
  const word = superseded ? Y.superseded : good ? Y.stands : Y.void;
  return (
    <Panel tone={good ? "done" : superseded ? "due" : "live"} title={<span className="flex flex-wrap items-center gap-3">{pick(lang, title)}<StatusTag tone={good ? "done" : superseded ? "due" : "refused"}>{pick(lang, word)}</StatusTag></span>}>
      {children}
      <p className={intact ? "mt-4 text-sm text-done" : "mt-4 text-sm font-medium text-live"}>
        {pick(lang, intact ? Y.intact : Y.broken)}
        <span className="block font-mono text-xs break-all text-ink-soft">SHA-256 {hash}</span>
      </p>
    </Panel>
  );
}
