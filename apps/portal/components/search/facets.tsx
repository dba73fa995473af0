import { CheckIcon } from "@ttx/ui/icons/check";
import { FilterIcon } from "@ttx/ui/icons/filter";
import { XIcon } from "@ttx/ui/icons/x";
import { formatCount } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const NARROW: Text = { zh: "筛选", en: "Narrow down" };
const MORE: Text = { zh: "更多", en: "More" };
const CHOSEN: Text = { zh: "已选条件", en: "Chosen filters" };
const CLEAR: Text = { zh: "清除全部", en: "Clear all" };
const REMOVE: Text = { zh: "去掉", en: "Remove" };
const SHOWN = 8;

export type FacetChoice = { readonly value: string; readonly label: string; readonly count?: { readonly count: number; readonly more: boolean }; readonly chosen: boolean; readonly href: string };
export type FacetGroup = { readonly name: string; readonly title: string; readonly choices: readonly FacetChoice[] };

/** "500+" where only so many were counted. */
export function countText({ count, more }: { readonly count: number; readonly more: boolean }): string {
  return `${formatCount(count)}${more ? "+" : ""}`;
}

/** What was chosen, above the list, each with its way out. */
export function ChosenFilters({ lang, groups, clearHref }: { readonly lang: Lang; readonly groups: readonly FacetGroup[]; readonly clearHref: string }) {
  const chosen = groups.flatMap(({ title, choices }) => choices.filter((choice) => choice.chosen).map((choice) => ({ title, ...choice })));
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={pick(lang, CHOSEN)} className="flex flex-wrap items-center gap-2">
      {chosen.map(({ title, label, href }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-brand-line bg-brand-soft px-3 text-sm text-brand no-underline hover:border-brand">
            <span className="sr-only">{`${pick(lang, REMOVE)} ${title}: `}</span>
            {label}
            <XIcon size={14} />
          </a>
        </li>
      ))}
      <li><a href={clearHref} className="link px-1 text-sm">{pick(lang, CLEAR)}</a></li>
    </ul>
  );
}

/** Filters with counts: links, so that every choice is an address. Beside the list on a wide screen, folded above it on a phone. */
export function Facets({ lang, groups }: { readonly lang: Lang; readonly groups: readonly FacetGroup[] }) {
  const filled = groups.filter(({ choices }) => choices.length > 0);
  if (filled.length === 0) return null;
  const lists = filled.map((group) => <FacetList key={group.name} lang={lang} {...group} />);
  return (
    <>
      <details className="rounded border border-line bg-surface lg:hidden">
        <summary className="flex min-h-11 list-none items-center gap-2 px-4 font-medium"><FilterIcon size={18} />{pick(lang, NARROW)}</summary>
        <div className="grid gap-5 border-t border-line p-4 sm:grid-cols-2">{lists}</div>
      </details>
      <div className="hidden content-start gap-6 lg:grid" aria-label={pick(lang, NARROW)} role="group">{lists}</div>
    </>
  );
}

function FacetList({ lang, title, choices }: FacetGroup & { readonly lang: Lang }) {
  const first = choices.filter((choice, at) => at < SHOWN || choice.chosen);
  const rest = choices.filter((choice) => !first.includes(choice));
  return (
    <section className="grid content-start gap-1">
      <h2 className="font-medium">{title}</h2>
      <ul>{first.map((choice) => <Choice key={choice.value} {...choice} />)}</ul>
      {rest.length > 0 ? (
        <details>
          <summary className="link min-h-9 list-none py-1 text-sm">{`${pick(lang, MORE)}（${rest.length}）`}</summary>
          <ul>{rest.map((choice) => <Choice key={choice.value} {...choice} />)}</ul>
        </details>
      ) : null}
    </section>
  );
}

function Choice({ label, count, chosen, href }: FacetChoice) {
  return (
    <li>
      <a href={href} aria-current={chosen ? "true" : undefined} rel="nofollow" className="flex min-h-9 items-center gap-2 rounded px-1 text-sm leading-snug text-ink no-underline hover:bg-sunken aria-[current]:font-medium aria-[current]:text-brand">
        <span aria-hidden="true" className={`grid size-4.5 shrink-0 place-items-center rounded-sm border ${chosen ? "border-brand bg-brand text-white" : "border-edge bg-surface"}`}>{chosen ? <CheckIcon size={12} /> : null}</span>
        <span className="min-w-0 flex-1">{label}</span>
        {count ? <span className="tabular text-ink-soft">{countText(count)}</span> : null}
      </a>
    </li>
  );
}
