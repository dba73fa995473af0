"use client";

import { ROYALTY_BASE_LABELS, ROYALTY_BASES, TERM_FIELD_LABELS, USE_FIRST_TRIGGER_LABELS, USE_FIRST_TRIGGERS, type TermField } from "@ttx/domain/terms/client";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { InstalmentRows } from "#components/deal/instalment-rows.tsx";
import { textOf, type GivenTerms, type Part } from "./given-terms.ts";
import { T } from "./terms-texts.ts";

type Props = {
  readonly lang: Lang;
  readonly form: string;
  readonly given: NonNullable<GivenTerms["payment"]>;
  readonly parts: readonly Part[];
  readonly onParts: (parts: readonly Part[]) => void;
  readonly errorOf: (path: string) => string | undefined;
  /** Where the payment stands in what is sent. */
  readonly at?: string;
};

/** The fields of one form of payment, and what late payment costs where anything is paid at all. */
export function PaymentFields(props: Props) {
  const { lang, form, given, errorOf, at = "terms.payment" } = props;
  const id = `${at}.lateBpPerYear`;
  return (
    <>
      <FormFields {...props} />
      {form === "EQUITY" ? null : (
        <TextInput
          id={id} inputMode="decimal" maxLength={5} className="max-w-40" label={pick(lang, TERM_FIELD_LABELS.lateRate)} optional={pick(lang, T.optional)} hint={pick(lang, T.lateHint)} unit={pick(lang, T.percent)}
          defaultValue={typeof given["lateBpPerYear"] === "number" ? String(given["lateBpPerYear"] / 100) : ""} error={errorOf(id)}
        />
      )}
    </>
  );
}

function FormFields({ lang, form, given, parts, onParts, errorOf, at = "terms.payment" }: Props) {
  const id = (name: string): string => `${at}.${name}`;
  const label = (field: TermField): string => pick(lang, TERM_FIELD_LABELS[field]).replace(/（元）| \(yuan\)/, "");
  const money = (name: "price" | "entry" | "expected" | "base" | "cap" | "value", optional = false, hint?: string) => (
    <MoneyInput id={id(name)} lang={lang} label={label(name)} hint={hint} optional={optional ? pick(lang, T.optional) : undefined} defaultValue={textOf(given[name])} defaultUnit="wan" error={errorOf(id(name))} />
  );
  const percent = (name: "royaltyBp" | "shareBp", field: TermField) => (
    <TextInput id={id(name)} inputMode="decimal" label={label(field)} unit={pick(lang, T.percent)} defaultValue={given[name] === undefined ? "" : String(Number(given[name]) / 100)} error={errorOf(id(name))} />
  );
  const base = <Select id={id("royaltyBase")} label={label("royaltyBase")} options={ROYALTY_BASES.map((value) => ({ value, label: pick(lang, ROYALTY_BASE_LABELS[value]) }))} defaultValue={textOf(given["royaltyBase"]) || "NET_SALES"} error={errorOf(id("royaltyBase"))} />;
  const pair = "grid gap-5 sm:grid-cols-2";
  switch (form) {
    case "INSTALMENTS":
      return (
        <>
          {money("price")}
          <InstalmentRows lang={lang} instalments={parts} onChange={onParts} errorOf={errorOf} at={id("parts")} />
        </>
      );
    case "ENTRY_AND_ROYALTY":
      return <>{money("entry")}<div className={pair}>{percent("royaltyBp", "royalty")}{base}</div>{money("cap", true)}</>;
    case "ROYALTY":
      return <>{money("expected", false, pick(lang, T.expectedHint))}<div className={pair}>{percent("royaltyBp", "royalty")}{base}</div>{money("cap", true)}</>;
    case "EQUITY":
      return <>{money("value")}<div className={pair}>{percent("shareBp", "share")}<TextInput id={id("company")} maxLength={120} label={label("company")} defaultValue={textOf(given["company"])} error={errorOf(id("company"))} /></div></>;
    case "USE_FIRST":
      return (
        <>
          {money("expected", false, pick(lang, T.expectedHint))}
          {money("base", true)}
          <div className={pair}>{percent("royaltyBp", "royalty")}{base}</div>
          {money("cap")}
          <div className={pair}>
            <Select id={id("trigger")} label={label("trigger")} options={USE_FIRST_TRIGGERS.map((value) => ({ value, label: pick(lang, USE_FIRST_TRIGGER_LABELS[value]) }))} defaultValue={textOf(given["trigger"]) || "FIRST_SALE"} error={errorOf(id("trigger"))} />
            <DateInput id={id("outerOn")} label={label("outerOn")} defaultValue={textOf(given["outerOn"])} error={errorOf(id("outerOn"))} />
          </div>
          <TextInput id={id("triggerText")} maxLength={300} label={label("triggerText")} defaultValue={textOf(given["triggerText"])} error={errorOf(id("triggerText"))} />
          <Checkbox id={id("auditRight")} label={pick(lang, T.auditRight)} defaultChecked={given["auditRight"] === true} error={errorOf(id("auditRight"))} />
          <Checkbox id={id("smeOnly")} label={pick(lang, T.smeOnly)} defaultChecked={given["smeOnly"] === true} error={errorOf(id("smeOnly"))} />
          <Textarea id={id("exitTerms")} rows={2} maxLength={1000} label={label("exitTerms")} defaultValue={textOf(given["exitTerms"])} error={errorOf(id("exitTerms"))} />
          <Textarea id={id("breachTerms")} rows={2} maxLength={1000} label={label("breachTerms")} defaultValue={textOf(given["breachTerms"])} error={errorOf(id("breachTerms"))} />
        </>
      );
    default:
      return <>{money("price")}<TextInput id={id("withinDays")} type="number" min={1} max={730} className="max-w-40" label={label("withinDays")} unit={pick(lang, T.days)} defaultValue={textOf(given["withinDays"]) || "30"} error={errorOf(id("withinDays"))} /></>;
  }
}
