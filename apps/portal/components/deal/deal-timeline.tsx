import type { DealState } from "@ttx/domain/deal/client";
import { Deadline } from "@ttx/ui/deadline";
import { formatLeft } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { Timeline, type TimelineStep } from "@ttx/ui/timeline";
import { S, T } from "./deal-texts.ts";

export type DealTimes = {
  readonly state: DealState;
  readonly now: Date;
  readonly hasVenue: boolean;
  readonly seller: string;
  readonly buyer: string;
  readonly awardedAt: Date;
  readonly signDueAt: Date;
  readonly draftedAt: Date | null;
  readonly sellerSignedAt: Date | null;
  readonly buyerSignedAt: Date | null;
  readonly firstPaidAt: Date | null;
  readonly certifiedAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly releaseDueAt: Date | null;
  readonly releasedAt: Date | null;
  readonly closedAt: Date | null;
  readonly stateReason: string | null;
};

/** The procedure of a deal: what is done, what is next, what comes. A deal that failed ends where it stopped. */
export function DealTimeline({ lang, times }: { readonly lang: Lang; readonly times: DealTimes }) {
  const { seller, buyer } = times;
  const planned: { readonly key: keyof typeof S; readonly at: Date | null; readonly who?: string }[] = [
    { key: "awarded", at: times.awardedAt },
    { key: "drafted", at: times.draftedAt, who: seller },
    ...signatures(times),
    { key: "paid", at: times.firstPaidAt, who: buyer },
    ...(times.hasVenue ? ([{ key: "certified", at: times.certifiedAt }] as const) : []),
    { key: "handedOver", at: times.handedOverAt, who: buyer },
    ...(times.hasVenue ? ([{ key: "released", at: times.releasedAt, who: seller }] as const) : []),
    { key: "settled", at: times.state === "SETTLED" ? times.closedAt : null },
  ];
  const failed = times.state === "DEFAULTED" || times.state === "ANNULLED";
  const done = planned.filter(({ at }) => at !== null).map(({ key, at, who }): TimelineStep => ({ key, title: pick(lang, S[key]), phase: "done", at: at!, who }));
  const open = failed
    ? [{ key: "failed", title: pick(lang, times.state === "DEFAULTED" ? S.defaulted : S.annulled), phase: "stopped", at: times.closedAt ?? undefined, note: times.stateReason ?? undefined } satisfies TimelineStep]
    : planned.filter(({ at }) => at === null).map(({ key, who }, i): TimelineStep => ({ key, title: pick(lang, S[key]), phase: i === 0 ? "present" : "coming", who, deadline: i === 0 ? nextDeadline(lang, times) : undefined }));
  return <Timeline lang={lang} label={pick(lang, T.procedure)} steps={[...done, ...open]} />;
}

/** In the order in which they came; whoever has not signed stands last. */
function signatures({ seller, buyer, sellerSignedAt, buyerSignedAt }: DealTimes) {
  const both = [{ key: "sellerSigned", at: sellerSignedAt, who: seller }, { key: "buyerSigned", at: buyerSignedAt, who: buyer }] as const;
  return [...both].sort((a, b) => (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity));
}

/** Of the step that is next: the signatures, and the release once it may be. */
function nextDeadline(lang: Lang, { state, signDueAt, releaseDueAt, now }: DealTimes) {
  const isSigning = state === "AWARDED" || state === "CONTRACTING";
  const at = isSigning ? signDueAt : releaseDueAt;
  if (at === null) return undefined;
  const left = at.getTime() - now.getTime();
  return (
    <span className="grid gap-0.5">
      <span className="text-ink-soft">{pick(lang, isSigning ? T.signBy : T.releaseBy)}</span>
      <Deadline lang={lang} at={at} left={formatLeft(left, lang) ?? ""} state={left < 0 ? "past" : left < 3 * 86_400_000 ? "near" : "far"} />
    </span>
  );
}
