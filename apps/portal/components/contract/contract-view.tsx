import { SECRECY_LABELS, TAX_CLAIM_LABELS, TAX_CLAIMS, type ContractDraft, type DraftParty } from "@ttx/domain/contract/client";
import { codeLabel, type CodeTableName } from "@ttx/domain/reference/client";
import { fullDivisionName } from "@ttx/domain/reference";
import { DefinitionList, type Definition } from "@ttx/ui/definition-list";
import { formatBp, formatDay } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { pick, type Lang } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { C } from "./contract-texts.ts";

/** The filed form to be read: every field that was answered, in the order of the form. */
export function ContractView({ lang, form }: { readonly lang: Lang; readonly form: ContractDraft }) {
  return (
    <div className="grid gap-6">
      <DefinitionList items={present(basics(lang, form))} />
      <Parties lang={lang} title={pick(lang, C.seller)} parties={form.sellers} />
      <Parties lang={lang} title={pick(lang, C.buyer)} parties={form.buyers} />
      {form.instalments.length > 0 ? <Instalments lang={lang} form={form} /> : null}
      {form.patents.length > 0 ? <Patents lang={lang} form={form} /> : null}
    </div>
  );
}

/** Only what was answered: a desk has no room for dashes. */
function present(items: readonly (Definition | null)[]): readonly Definition[] {
  return items.filter((item) => item !== null);
}

function basics(lang: Lang, form: ContractDraft): readonly (Definition | null)[] {
  const fact = (term: Parameters<typeof pick>[1], value: ReactNode): Definition | null => (value === null || value === "" ? null : { term: pick(lang, term), value });
  const code = (table: CodeTableName, value: string | null): string | null => (value === null ? null : `${value} ${pick(lang, codeLabel(table, value))}`);
  /** Of a table whose codes are ours: nobody knows them by heart. */
  const word = (table: CodeTableName, value: string | null): string | null => (value === null ? null : pick(lang, codeLabel(table, value)));
  const term = form.validFrom !== null && form.validTo !== null ? `${formatDay(form.validFrom, lang)} – ${formatDay(form.validTo, lang)}` : null;
  const secret = form.secret === "commercial" ? pick(lang, SECRECY_LABELS.commercial) : null;
  return [
    fact(C.contractType, code("contract-types", form.contractType)),
    fact(C.licenceMode, form.licenceMode === null ? null : `${pick(lang, codeLabel("licence-modes", form.licenceMode))}${form.licenceRegion ? ` · ${form.licenceRegion}` : ""}${form.sublicence === null ? "" : ` · ${pick(lang, C.sublicence)}：${pick(lang, form.sublicence ? C.yes : C.no)}`}`),
    fact(C.signedOn, form.signedOn === null ? null : formatDay(form.signedOn, lang)),
    fact({ zh: "有效期", en: "Term" }, term),
    fact(C.paymentMethod, code("payment-methods", form.payment)),
    fact(C.royaltyBase, word("royalty-bases", form.royaltyBase)),
    fact(C.royaltyRateMode, word("royalty-rate-modes", form.royaltyRateMode)),
    fact(C.techField, code("tech-fields", form.techField)),
    fact(C.ipKinds, form.ipKinds.map((kind) => pick(lang, codeLabel("ip-kinds", kind))).join("、")),
    fact(C.programme, form.programme === null ? null : `${pick(lang, codeLabel("programme-sources", form.programme))}${form.programmeNo ? ` · ${form.programmeNo}` : ""}`),
    fact(C.objective, code("socio-economic-objectives", form.objective)),
    fact(C.industry, code("industries", form.industry)),
    fact(C.expectedInvestment, form.expectedInvestmentFen === null ? null : <Money lang={lang} amount={form.expectedInvestmentFen} />),
    fact(C.expectedOutput, form.expectedOutputFen === null ? null : <Money lang={lang} amount={form.expectedOutputFen} />),
    fact(C.taxClaims, TAX_CLAIMS.filter((claim) => form.taxClaims.includes(claim)).map((claim) => pick(lang, TAX_CLAIM_LABELS[claim])).join("、")),
    fact(C.secret, secret),
    fact(C.internalBody, form.signedByInternalBody ? pick(lang, { zh: "是", en: "Yes" }) : null),
    fact(C.foreignLanguage, form.foreignLanguage ? pick(lang, { zh: "是", en: "Yes" }) : null),
    fact(C.approval, form.approvalRequired ? pick(lang, { zh: "是", en: "Yes" }) : null),
    fact(C.responsible, form.responsible),
    fact(C.preparedBy, form.preparedBy === null ? null : `${form.preparedBy}${form.preparedOn ? `，${formatDay(form.preparedOn, lang)}` : ""}`),
  ];
}

function Parties({ lang, title, parties }: { readonly lang: Lang; readonly title: string; readonly parties: readonly DraftParty[] }) {
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{title}</h3>
      <ul className="grid gap-2">
        {parties.map((party, at) => (
          <li key={at} className="rounded border border-line p-3 text-sm">
            <p lang="zh-CN" className="text-base font-medium">{party.name || "—"}{party.shareBp === null ? null : <span className="tabular ml-2 text-sm font-normal text-ink-soft">{formatBp(party.shareBp)}</span>}</p>
            <p className="tabular text-ink-soft">{[party.creditCode, party.nature === null ? null : pick(lang, codeLabel("party-types", party.nature))].filter(Boolean).join(" · ")}</p>
            <p className="text-ink-soft">{party.country === "CHN" ? (party.division === null ? "" : fullDivisionName(party.division)) : pick(lang, codeLabel("countries", party.country))}</p>
            {party.representative ? <p className="text-ink-soft">{pick(lang, C.representative)} {party.representative}</p> : null}
            {party.contactName || party.contactPhone ? <p className="text-ink-soft">{[party.contactName, party.contactPhone].filter(Boolean).join(" ")}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Instalments({ lang, form }: { readonly lang: Lang; readonly form: ContractDraft }) {
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{pick(lang, C.instalments)}</h3>
      <ol className="grid text-sm">
        {form.instalments.map((one, at) => (
          <li key={at} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5 last:border-b-0">
            <span>{one.dueOn ? formatDay(one.dueOn, lang) : "—"}{one.note ? <span className="ml-2 text-ink-soft">{one.note}</span> : null}{one.estimated ? <span className="ml-2 text-due">{pick(lang, C.estimated)}</span> : null}</span>
            <Money lang={lang} amount={one.amountFen} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Patents({ lang, form }: { readonly lang: Lang; readonly form: ContractDraft }) {
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{pick(lang, C.patents)}</h3>
      <ul className="grid gap-2 text-sm">
        {form.patents.map((patent) => (
          <li key={patent.number} className="rounded border border-line p-3">
            <p lang="zh-CN"><span className="tabular mr-2">{patent.number}</span>{patent.title}</p>
            <p className="text-ink-soft">{[patent.owner, patent.filedOn && `${pick(lang, C.filedOn)} ${patent.filedOn}`, patent.grantedOn && `${pick(lang, C.grantedOn)} ${patent.grantedOn}`, patent.expiresOn && `${pick(lang, C.expiresOn)} ${patent.expiresOn}`].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
