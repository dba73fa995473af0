import type { PublishedForProvince } from "@ttx/domain/statistics";
import { formatCount } from "@ttx/ui/format";
import { LineChart } from "@ttx/ui/line-chart";
import { Section } from "@ttx/ui/section";
import { pick, type Lang } from "@ttx/ui/text";
import { everyYear } from "./period.ts";
import { PublishedSources } from "./published-sources.tsx";
import { S } from "./statistics-texts.ts";

const FEN_PER_YI = 10_000_000_000;

type Props = { readonly lang: Lang; readonly place: string; readonly published: PublishedForProvince };

/** What the yearbook prints of a province, sold and bought. */
export function PublishedProvince({ lang, place, published }: Props) {
  const printed = [...published.output, ...published.absorbed].map(({ year }) => year);
  if (printed.length === 0) return null;
  const [first, last] = [Math.min(...printed), Math.max(...printed)];
  const years = everyYear(first, last);
  const series = (rows: PublishedForProvince["output"]): (number | null)[] => years.map((year) => { const row = rows.find((one) => one.year === year); return row ? Number(row.turnoverFen) / FEN_PER_YI : null; });
  return (
    <Section id="published" title={pick(lang, S.publishedShort)} intro={pick(lang, S.publishedIntro)}>
      <LineChart
        lang={lang}
        sentence={pick(lang, S.publishedOf).replace("{place}", place).replace("{from}", String(first)).replace("{to}", String(last))}
        unit={pick(lang, S.yi)}
        period={`${first}–${last}`}
        source={published.sources.map(({ title }) => title).join(lang === "zh" ? "；" : "; ")}
        periods={years.map(String)}
        periodHead={pick(lang, S.year)}
        series={[{ key: "output", label: pick(lang, S.outputShort), values: series(published.output) }, { key: "absorbed", label: pick(lang, S.absorbedShort), values: series(published.absorbed) }]}
        read={(value) => formatCount(Math.round(value))}
      />
      <PublishedSources lang={lang} sources={published.sources} />
    </Section>
  );
}
