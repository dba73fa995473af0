import { calculateIncomeTax } from "@ttx/domain/tax-relief";
import { PILOT_ZONES, TAX_NOTE_LABELS } from "@ttx/domain/tax-relief/client";
import { LICENCE_MODES } from "@ttx/domain/reference";
import { fillText } from "@ttx/domain/shared/texts";
import { LinkButton } from "@ttx/ui/link-button";
import { Select } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { href } from "#lang/href.ts";
import { answerTo, contractTypes, many, one, TaxForm, Ticked, type Given } from "./asked-form.tsx";
import { Calculator } from "./calculators.tsx";
import { TaxResult } from "./tax-result.tsx";
import { X } from "./tax-texts.ts";

const MOST_ROWS = 10;

/** Transfer income of a whole year: every contract is a row, the limit is one for all of them. */
export async function IncomeCalculator({ lang, given, today }: { readonly lang: Lang; readonly given: Given; readonly today: string }) {
  const { result, errorOf } = await answerTo(calculateIncomeTax, given, lang);
  const tools = { lang, given, errorOf };
  const rows = Math.min(MOST_ROWS, Math.max(1, many(given, "revenue").length, Number(one(given, "rows")) || 0));
  const again = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : typeof value === "string" ? [[name, value]] : value.map((each) => [name, each]))));
  again.set("kind", "income");
  again.set("rows", String(rows + 1));
  const form = (
    <TaxForm lang={lang} kind="income" more={rows < MOST_ROWS ? <LinkButton href={`${href(lang, "/tax")}?${again.toString()}`}>{pick(lang, X.addRow)}</LinkButton> : null}>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput id="year" label={pick(lang, X.year)} inputMode="numeric" maxLength={4} className="tabular" defaultValue={one(given, "year", today.slice(0, 4))} error={errorOf("year")} />
        <Select id="zone" label={pick(lang, X.zone)} empty={pick(lang, X.national)} options={PILOT_ZONES.map((zone) => ({ value: zone.id, label: pick(lang, zone) }))} defaultValue={one(given, "zone")} />
      </div>
      {Array.from({ length: rows }, (_, at) => <Row key={at} {...tools} at={at} />)}
      <Ticked {...tools} name="registered" label={X.registered} otherwise />
      <Ticked {...tools} name="separateAccounts" label={X.separateAccounts} otherwise />
      <Ticked {...tools} name="whollyRelated" label={X.whollyRelated} />
    </TaxForm>
  );
  return (
    <Calculator
      lang={lang} open={X.openIncome} form={form}
      result={result ? (
        <TaxResult lang={lang} figures={[{ label: pick(lang, X.due), amountFen: result.taxFen }, { label: pick(lang, X.relief), amountFen: result.reliefFen }]} steps={result.steps} basis={result.basis} notes={result.warnings} ruleSet={result.ruleSet}>
          {result.excluded.length > 0 ? <ul className="text-sm text-due">{result.excluded.map(({ index, reasons }) => <li key={index}>{fillText(pick(lang, X.excluded), { no: index + 1 })}{reasons.map((reason) => pick(lang, TAX_NOTE_LABELS[reason])).join(" ")}</li>)}</ul> : null}
        </TaxResult>
      ) : null}
    />
  );
}

function Row({ lang, given, errorOf, at }: { readonly lang: Lang; readonly given: Given; readonly errorOf: (path: string) => string | undefined; readonly at: number }) {
  const was = (name: string): string => many(given, name)[at] ?? "";
  const amount = (name: "revenue" | "cost" | "taxes") => ({ id: `${name}.${at}`, name, label: pick(lang, X[name]), unit: pick(lang, X.yuan), inputMode: "decimal" as const, maxLength: 15, autoComplete: "off", className: "tabular", defaultValue: was(name), error: errorOf(`${name}.${at}`) });
  return (
    <fieldset className="grid gap-4 rounded border border-line bg-surface p-4">
      <legend className="px-1 font-medium">{fillText(pick(lang, X.contractNo), { no: at + 1 })}</legend>
      <Select id={`contractType.${at}`} name="contractType" label={pick(lang, X.contractType)} options={contractTypes(lang)} defaultValue={was("contractType") || "21"} error={errorOf(`contractType.${at}`)} />
      <TextInput {...amount("revenue")} hint={at === 0 ? pick(lang, X.revenueHint) : undefined} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput {...amount("cost")} optional={pick(lang, X.optional)} />
        <TextInput {...amount("taxes")} optional={pick(lang, X.optional)} />
        <Select id={`licenceMode.${at}`} name="licenceMode" label={pick(lang, X.licenceMode)} empty={pick(lang, X.none)} options={LICENCE_MODES.rows.map((row) => ({ value: row.code, label: pick(lang, row) }))} defaultValue={was("licenceMode")} />
        <TextInput id={`licenceYears.${at}`} name="licenceYears" label={pick(lang, X.licenceYears)} optional={pick(lang, X.optional)} inputMode="numeric" maxLength={2} className="tabular" defaultValue={was("licenceYears")} />
      </div>
    </fieldset>
  );
}
