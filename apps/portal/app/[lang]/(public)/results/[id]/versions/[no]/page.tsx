import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { READINESS_LABELS, readResultVersion, RESULT_STAGE_LABELS, TRADE_MODE_LABELS, type ResultPart } from "@ttx/domain/result";
import { toYuanText } from "@ttx/domain/shared/money";
import { textDifference } from "@ttx/domain/shared/text-difference";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { PART_TEXTS, T } from "../../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string; readonly no: string }> };

const TITLE: Text = { zh: "第 {no} 版的修改", en: "What version {no} changed" };
const INTRO: Text = { zh: "删去的文字加删除线，新增的文字加下划线。", en: "What was taken out is struck through, what was added is underlined." };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { no }] = await Promise.all([readLang(params), params]);
  return { title: fillText(pick(lang, TITLE), { no }) };
}

export default async function VersionPage({ params }: Props) {
  const [lang, { id, no }] = await Promise.all([readLang(params), params]);
  const version = await readPublic(readResultVersion, { resultId: id, no });
  const title = fillText(pick(lang, TITLE), { no });
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader lang={lang} title={title} intro={pick(lang, INTRO)} crumbs={[{ href: href(lang, "/results"), label: pick(lang, T.results) }, { href: href(lang, `/results/${id}`), label: version.title }, { label: title }]} status={<time className="tabular text-sm text-ink-soft" dateTime={version.at.toISOString()}>{formatDateTime(version.at, lang)}</time>} />
      {version.changed.map((part) => (
        <Section key={part} id={part} title={<span className="first-letter:uppercase">{pick(lang, PART_TEXTS[part])}</span>}>
          <p lang="zh-CN" className="prose-column whitespace-pre-line">
            {textDifference(textOf(lang, part, version.before), textOf(lang, part, version.after)).map(({ text, is }, at) =>
              is === "same" ? text : is === "gone" ? <del key={at} className="bg-live-soft text-live">{text}</del> : <ins key={at} className="bg-done-soft text-done">{text}</ins>,
            )}
          </p>
        </Section>
      ))}
    </article>
  );
}

type Seen = Awaited<ReturnType<typeof readResultVersion.run>>["before"];

/** A part of a version as text, so that any two can be compared. */
function textOf(lang: Lang, part: ResultPart, seen: Seen): string {
  switch (part) {
    case "field":
      return pick(lang, codeLabel("tech-fields", seen.field));
    case "stage":
      return pick(lang, RESULT_STAGE_LABELS[seen.stage]);
    case "readinessLevel":
      return `${seen.readinessLevel} ${READINESS_LABELS[seen.readinessLevel]?.[lang] ?? ""}`;
    case "programme":
      return seen.programme === null ? "" : pick(lang, codeLabel("programme-sources", seen.programme));
    case "tradeModes":
      return seen.tradeModes.map((mode) => pick(lang, TRADE_MODE_LABELS[mode])).join("、");
    case "askedPriceFen":
      return seen.askedPriceFen === null ? pick(lang, T.negotiable) : `¥${toYuanText(BigInt(seen.askedPriceFen))}`;
    case "priceNegotiable":
      return seen.priceNegotiable ? pick(lang, T.alsoNegotiable) : "—";
    case "divisionCode":
      return fullDivisionName(seen.divisionCode);
    case "completers":
      return seen.completers.map(({ name, unit }) => (unit === null ? name : `${name}（${unit}）`)).join("\n");
    case "rights":
      return seen.rights.map((right) => [pick(lang, codeLabel("ip-kinds", right.kind)), right.number, right.title, right.expiresOn].filter(Boolean).join(" ")).join("\n");
    default:
      return seen[part] ?? "";
  }
}
