import { KNOWN_ACTS } from "@ttx/api";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { LinkButton } from "@ttx/ui/link-button";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { AUDIT as T } from "./audit-texts.ts";

export const AUDIT_FILTERS = ["act", "person", "organisation", "subjectType", "subjectId", "divisionCode", "from", "to"] as const;
export type AuditFilters = Readonly<Partial<Record<(typeof AUDIT_FILTERS)[number], string>>>;

/** The conditions of a search; its address can be sent and kept. */
export function AuditSearchForm({ lang, filters, errors }: { readonly lang: Lang; readonly filters: AuditFilters; readonly errors: Readonly<Record<string, string>> }) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <form role="search" aria-label={say(T.conditions)} action={href(lang, "/desk/audit")} className="grid gap-4 rounded border border-line bg-surface p-4">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <TextInput id="act" label={say(T.act)} hint={say(T.actHint)} defaultValue={filters.act} error={errors["act"]} list="acts" maxLength={100} autoComplete="off" spellCheck={false} />
        <TextInput id="person" label={say(T.person)} hint={say(T.personHint)} defaultValue={filters.person} error={errors["person"]} maxLength={200} autoComplete="off" />
        <TextInput id="organisation" label={say(T.organisation)} hint={say(T.organisationHint)} defaultValue={filters.organisation} error={errors["organisation"]} maxLength={200} autoComplete="off" />
        <TextInput id="divisionCode" label={say(T.division)} hint={lang === "zh" ? "2、4 或 6 位，限本辖区" : "2, 4 or 6 digits, inside your jurisdiction"} defaultValue={filters.divisionCode} error={errors["divisionCode"]} inputMode="numeric" maxLength={6} className="tabular" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <TextInput id="subjectType" label={say(T.subjectType)} defaultValue={filters.subjectType} error={errors["subjectType"]} maxLength={60} autoComplete="off" spellCheck={false} />
        <TextInput id="subjectId" label={say(T.subjectId)} defaultValue={filters.subjectId} error={errors["subjectId"]} maxLength={100} autoComplete="off" spellCheck={false} />
        <DateInput id="from" label={say(T.from)} defaultValue={filters.from} error={errors["from"]} />
        <DateInput id="to" label={say(T.to)} defaultValue={filters.to} error={errors["to"]} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary">{say(T.search)}</Button>
        {Object.keys(filters).length > 0 ? <LinkButton href={href(lang, "/desk/audit")}>{say(T.clear)}</LinkButton> : null}
      </div>
      <datalist id="acts">{KNOWN_ACTS.map((act) => <option key={act} value={act} />)}</datalist>
    </form>
  );
}
