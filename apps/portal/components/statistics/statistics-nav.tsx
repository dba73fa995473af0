import { pick, type Lang, type Text } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";
import type { Places } from "./view-of.ts";

const BASES: Readonly<Record<string, Text>> = { output: S.output, absorbed: S.absorbed, registered: S.registered };

export type StatisticsNavProps = {
  readonly lang: Lang;
  readonly places: Places;
  readonly year: number;
  readonly years: readonly number[];
  readonly basis: string;
  readonly bases: readonly string[];
};

/** Which year, and by whose place: every choice has its own address. */
export function StatisticsNav({ lang, places, year, years, basis, bases }: StatisticsNavProps) {
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3 border-y border-line py-3 text-sm">
      <Choice label={pick(lang, S.years)} items={years.map((one) => ({ key: String(one), label: String(one), href: places.page({ year: one, basis }), current: one === year }))} />
      <Choice label={pick(lang, S.sides)} items={bases.map((one) => ({ key: one, label: pick(lang, BASES[one]!), href: places.page({ year, basis: one }), current: one === basis }))} />
    </div>
  );
}

type Item = { readonly key: string; readonly label: string; readonly href: string; readonly current: boolean };

function Choice({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <span className="mr-2 text-ink-soft">{label}</span>
      {items.map((item) => (
        <a key={item.key} href={item.href} aria-current={item.current ? "page" : undefined} className="tabular inline-flex min-h-9 items-center rounded px-2.5 text-brand hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-medium aria-[current]:text-brand-strong">
          {item.label}
        </a>
      ))}
    </nav>
  );
}
