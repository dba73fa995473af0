import { formatCount, formatWan } from "@ttx/ui/format";
import { Section } from "@ttx/ui/section";
import { StatFigure } from "@ttx/ui/stat-figure";
import { pick, type Lang } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";
import type { OpenView } from "./view-of.ts";

const NAMES = { output: S.outputShort, absorbed: S.absorbedShort, net: S.net, local: S.local, outflow: S.outflow, inflow: S.inflow } as const;
type Flow = keyof typeof NAMES;

/** Sold, bought, within the area, out, in, net. */
export function BalanceFigures({ lang, balance }: { readonly lang: Lang; readonly balance: NonNullable<OpenView["balance"]> }) {
  const flows = (Object.keys(NAMES) as Flow[]).map((flow) => ({ flow, figure: balance[flow] }));
  return (
    <Section id="balance" title={pick(lang, S.balance)} intro={pick(lang, S.balanceIntro)}>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 md:grid-cols-3">
        {flows.map(({ flow, figure }) => (
          <StatFigure key={flow} label={pick(lang, NAMES[flow])} value={figure === null ? pick(lang, S.notPublished) : formatWan(figure.turnoverFen, lang)} note={figure === null ? undefined : `${formatCount(figure.contracts)} ${pick(lang, S.items)}`} />
        ))}
      </dl>
      {balance.local === null ? <p className="text-sm text-ink-soft">{pick(lang, S.balanceHidden)}</p> : null}
    </Section>
  );
}
