import { calculateReward, calculateStampDuty, calculateVat } from "@ttx/domain/tax-relief";
import { provinces } from "@ttx/domain/reference";
import { Panel } from "@ttx/ui/panel";
import { Select } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { Amount, answerTo, ContractType, one, OnDay, TaxForm, Ticked, type Given } from "./asked-form.tsx";
import { TaxResult } from "./tax-result.tsx";
import { X } from "./tax-texts.ts";

type Props = { readonly lang: Lang; readonly given: Given; readonly today: string };

/** The form beside its result, with what is not certain said above both. */
export function Calculator({ lang, open, form, result }: { readonly lang: Lang; readonly open: Text; readonly form: ReactNode; readonly result: ReactNode }) {
  return (
    <div className="grid gap-6">
      <Panel tone="due" title={pick(lang, X.open)}><p className="prose-column text-sm">{pick(lang, open)}</p></Panel>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">{form}{result}</div>
    </div>
  );
}

export async function VatCalculator({ lang, given, today }: Props) {
  const { result, errorOf } = await answerTo(calculateVat, given, lang);
  const tools = { lang, given, errorOf };
  const form = (
    <TaxForm lang={lang} kind="vat">
      <OnDay {...tools} name="on" label={X.on} otherwise={today} />
      <ContractType {...tools} name="contractType" label={X.contractType} otherwise="11" />
      <Amount {...tools} name="price" label={X.price} />
      <Amount {...tools} name="goods" label={X.goods} optional />
      <Ticked {...tools} name="goodsSeparated" label={X.goodsSeparated} otherwise />
      <Ticked {...tools} name="registered" label={X.registered} otherwise />
      <Ticked {...tools} name="separateAccounts" label={X.separateAccounts} otherwise />
      <Ticked {...tools} name="waived" label={X.waived} />
      <ContractType {...tools} name="underContractType" label={X.under} hint={X.underHint} wanted={/^[123]/} empty={pick(lang, X.none)} />
      <Ticked {...tools} name="sameInvoice" label={X.sameInvoice} />
      <Select id="sellerDivision" label={pick(lang, X.place)} empty={pick(lang, X.none)} options={provinces().map(({ code, name }) => ({ value: code, label: name }))} defaultValue={one(given, "sellerDivision")} />
      <Ticked {...tools} name="applyLocalIntermediaryRule" label={X.localRule} />
    </TaxForm>
  );
  return (
    <Calculator
      lang={lang} open={X.openVat} form={form}
      result={result ? <TaxResult lang={lang} figures={[{ label: pick(lang, X.due), amountFen: result.taxFen }, { label: pick(lang, X.relief), amountFen: result.reliefFen }]} steps={result.steps} basis={result.basis} notes={result.warnings} ruleSet={result.ruleSet} /> : null}
    />
  );
}

export async function RewardCalculator({ lang, given, today }: Props) {
  const { result, errorOf } = await answerTo(calculateReward, given, lang);
  const tools = { lang, given, errorOf };
  const form = (
    <TaxForm lang={lang} kind="reward">
      <Amount {...tools} name="reward" label={X.rewardAmount} />
      <OnDay {...tools} name="paidOn" label={X.paidOn} otherwise={today} />
      <OnDay {...tools} name="incomeReceivedOn" label={X.received} otherwise={today} />
      <Ticked {...tools} name="contractRegistered" label={X.registered} otherwise />
      <Ticked {...tools} name="publiclyPosted" label={X.posted} otherwise />
      <Ticked {...tools} name="nonProfitInstitution" label={X.nonProfit} otherwise />
    </TaxForm>
  );
  return (
    <Calculator
      lang={lang} open={X.openReward} form={form}
      result={result ? <TaxResult lang={lang} verdict={pick(lang, result.qualifies ? X.qualifies : X.notQualifies)} figures={[{ label: pick(lang, X.taxable), amountFen: result.taxableFen }, { label: pick(lang, X.exempt), amountFen: result.exemptFen }]} steps={result.steps} basis={result.basis} notes={result.obstacles} ruleSet={result.ruleSet} /> : null}
    />
  );
}

export async function StampCalculator({ lang, given, today }: Props) {
  const { result, errorOf } = await answerTo(calculateStampDuty, given, lang);
  const tools = { lang, given, errorOf };
  const form = (
    <TaxForm lang={lang} kind="stamp">
      <OnDay {...tools} name="signedOn" label={X.signedOn} otherwise={today} />
      <ContractType {...tools} name="contractType" label={X.contractType} otherwise="11" />
      <Amount {...tools} name="amount" label={X.amount} hint={X.amountHint} optional />
      <Amount {...tools} name="vatShown" label={X.vatShown} optional />
      <Amount {...tools} name="researchMoney" label={X.research} hint={X.researchHint} optional />
    </TaxForm>
  );
  return (
    <Calculator
      lang={lang} open={X.openStamp} form={form}
      result={result ? <TaxResult lang={lang} figures={[{ label: pick(lang, X.due), amountFen: result.taxFen }]} steps={result.steps} basis={result.basis} notes={result.warnings} ruleSet={result.ruleSet} /> : null}
    />
  );
}
