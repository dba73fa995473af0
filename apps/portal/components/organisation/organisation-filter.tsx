import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS, ORGANISATION_STATE_LABELS } from "@ttx/domain/identity/client";
import { Button } from "@ttx/ui/button";
import { Select } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { href } from "#lang/href.ts";

const T = {
  text: { zh: "名称或信用代码", en: "Name or credit code" },
  state: { zh: "状态", en: "State" },
  kind: { zh: "类别", en: "Kind" },
  all: { zh: "全部", en: "All" },
  find: { zh: "查询", en: "Find" },
} as const satisfies Record<string, Text>;

export type AskedOrganisations = { readonly text?: string; readonly state?: string; readonly kind?: string };

/** What is asked for in the address; anything that is no choice of the form is left out. */
export function askedOrganisations(query: Readonly<Record<string, string | string[] | undefined>>): AskedOrganisations {
  const one = (name: string): string | undefined => (typeof query[name] === "string" && query[name] !== "" ? query[name] : undefined);
  const [text, state, kind] = [one("text")?.slice(0, 100), one("state"), one("kind")];
  return {
    ...(text ? { text } : {}),
    ...(state && Object.hasOwn(ORGANISATION_STATE_LABELS, state) ? { state } : {}),
    ...(kind && Object.hasOwn(ORGANISATION_KIND_LABELS, kind) ? { kind } : {}),
  };
}

/** Filters that stand in the address: a list can be sent, kept and gone back to. */
export function OrganisationFilter({ lang, asked }: { readonly lang: Lang; readonly asked: AskedOrganisations }) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <form action={href(lang, "/desk/organisations")} className="grid items-end gap-4 sm:grid-cols-[minmax(0,18rem)_auto_auto_auto] sm:justify-start">
      <TextInput id="text" label={say(T.text)} type="search" defaultValue={asked.text} maxLength={100} />
      <Select id="state" label={say(T.state)} empty={say(T.all)} defaultValue={asked.state ?? ""} options={Object.entries(ORGANISATION_STATE_LABELS).map(([value, label]) => ({ value, label: say(label) }))} />
      <Select id="kind" label={say(T.kind)} empty={say(T.all)} defaultValue={asked.kind ?? ""} options={ORGANISATION_KINDS.map((value) => ({ value, label: say(ORGANISATION_KIND_LABELS[value]) }))} />
      <Button type="submit">{say(T.find)}</Button>
    </form>
  );
}
