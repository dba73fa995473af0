import { LISTING_MODE_LABELS, type ListingTradeMode } from "@ttx/domain/listing/client";
import type { listOwnPriorityRights } from "@ttx/domain/priority-right";
import { PRIORITY_KIND_LABELS, PRIORITY_STATE_LABELS, type PriorityKind } from "@ttx/domain/priority-right/client";
import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { href } from "#lang/href.ts";
import { O } from "./own-right-texts.ts";
import { PRIORITY_TONES } from "./priority-tones.ts";

type Right = Awaited<ReturnType<typeof listOwnPriorityRights.run>>["items"][number];
type Props = { readonly lang: Lang; readonly right: Right };

/** What a holder is asked, by when and on what conditions, with his two answers. */
export function OwnRight({ lang, right }: Props) {
  const procedure = fillText(pick(lang, O[right.subjectType]), { no: right.no });
  return (
    <li className="grid gap-3 rounded border border-line bg-surface p-4">
      <h2 className="flex flex-wrap items-center gap-3 text-lg font-semibold"><span lang="zh-CN">{right.title}</span><StatusTag tone={PRIORITY_TONES[right.state]}>{pick(lang, PRIORITY_STATE_LABELS[right.state])}</StatusTag></h2>
      <DefinitionList
        items={[
          { term: pick(lang, O.holder), value: <span lang="zh-CN">{right.holder}</span> },
          { term: pick(lang, O.kind), value: pick(lang, PRIORITY_KIND_LABELS[right.kind as PriorityKind]) },
          { term: pick(lang, O.seller), value: <span lang="zh-CN">{right.seller}</span> },
          { term: pick(lang, O.procedure), value: right.isPublished ? <a className="link" href={href(lang, `/${right.subjectType}s/${right.subjectId}`)}>{procedure}</a> : procedure },
          { term: pick(lang, O.mode), value: pick(lang, LISTING_MODE_LABELS[right.tradeMode as ListingTradeMode]) },
          { term: pick(lang, O.price), value: <Money lang={lang} amount={right.priceFen} /> },
          ...(right.dueAt === null ? [] : [{ term: pick(lang, O.dueAt), value: <span className="tabular">{formatDateTime(right.dueAt, lang)}</span> }]),
          ...(right.answeredAt === null ? [] : [{ term: pick(lang, O.answeredAt), value: <><span className="tabular">{formatDateTime(right.answeredAt, lang)}</span>{right.answeredByHolder ? null : <span className="text-ink-soft"> {pick(lang, O.bySeller)}</span>}</> }]),
        ]}
      />
      {right.may.answer ? <Answers lang={lang} right={right} /> : null}
    </li>
  );
}

function Answers({ lang, right }: Props) {
  const price = toYuanText(right.priceFen);
  const url = `/api/v1/own/priority-rights/${right.id}/answer`;
  const named = { title: right.title };
  return (
    <>
      <p className="text-sm text-ink-soft">{pick(lang, right.subjectType === "listing" ? O.listingHint : O.noticeHint)}</p>
      <div className="flex flex-wrap gap-3">
        <ConfirmedAct lang={lang} small url={url} body={{ answer: "exercise", price }} label={pick(lang, O.exercise)} sentence={fillText(pick(lang, O.exerciseText), named)} amount={price} />
        <ConfirmedAct lang={lang} small tone="danger" url={url} body={{ answer: "waive", price }} label={pick(lang, O.waive)} sentence={fillText(pick(lang, O.waiveText), named)} />
      </div>
    </>
  );
}
