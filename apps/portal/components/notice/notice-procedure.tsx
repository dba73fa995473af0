import { NOTICE_STEP_LABELS, OBJECTION_STATE_LABELS, type NoticeState } from "@ttx/domain/agreed-price/client";
import { Countdown } from "@ttx/ui/countdown";
import { formatDateTime } from "@ttx/ui/format";
import { endText } from "./end-text.ts";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Timeline, type TimelineStep } from "@ttx/ui/timeline";
import { Hint } from "@ttx/ui/hint";
import type { ReactNode } from "react";
import { N } from "./notice-texts.ts";

export type NoticeClock = {
  readonly state: NoticeState;
  readonly endsAt: Date | null;
  readonly days: number;
  readonly remainingDays: number | null;
  readonly runningSince: Date | null;
  readonly validUntil: Date | null;
  readonly calendarVersion: string | null;
  readonly now: Date;
};

/** How long it still runs, to the second, and how the end was counted; in a timeline the day is enough. */
export function NoticeTimeLeft({ lang, notice, brief = false }: { readonly lang: Lang; readonly notice: NoticeClock; readonly brief?: boolean }) {
  if (notice.state === "OBJECTED") return <p className="font-medium text-due">{pick(lang, N.stopped)} {notice.remainingDays} {pick(lang, N.days)}</p>;
  if (notice.state === "RUNNING" && notice.endsAt) {
    return (
      <div className="grid gap-1">
        {brief ? null : (
          <>
            <p className="text-sm text-ink-soft">{pick(lang, N.daysLeft)}</p>
            <p className="text-xl font-semibold"><Countdown lang={lang} until={notice.endsAt} serverNow={notice.now} /></p>
          </>
        )}
        <div className="flex flex-wrap items-center gap-1 text-sm">
          {pick(lang, N.endsAt)} <time className="tabular" dateTime={notice.endsAt.toISOString()}>{endText(lang, notice.endsAt)}</time>
          <Hint label={pick(lang, N.howCounted)}>{counted(lang, notice)}</Hint>
        </div>
      </div>
    );
  }
  if (notice.state === "CLEARED" && notice.validUntil) {
    return <p>{pick(lang, N.validUntil)} <time className="tabular" dateTime={notice.validUntil.toISOString()}>{endText(lang, notice.validUntil)}</time></p>;
  }
  return null;
}

const COUNTED: Text = {
  zh: "自{since}的次日起算 {days} 日，至末日 24 时届满；末日为法定休假日的，顺延至其后第一个工作日（《民法典》第 201、203 条）。日历版本：{calendar}。",
  en: "{days} days from the day after {since}, to 24:00 of the last; a last day that is a statutory day off moves to the next working day (Civil Code 201, 203). Calendar: {calendar}.",
};

function counted(lang: Lang, notice: NoticeClock): string {
  const since = notice.runningSince ? formatDateTime(notice.runningSince, lang) : "";
  return pick(lang, COUNTED).replace("{since}", since).replace("{days}", String(notice.remainingDays ?? notice.days)).replace("{calendar}", notice.calendarVersion ?? "—");
}

export type NoticeStep = { readonly no: number; readonly event: string; readonly effectiveAt: Date; readonly reason: string | null; readonly endsAt: Date | null };

const STOPS: ReadonlySet<string> = new Set(["cancel", "uphold", "expire"]);

/** What has happened, what runs now, what comes: from the notice's own record. */
export function NoticeTimeline({ lang, steps, notice, confirmed = true }: { readonly lang: Lang; readonly steps: readonly NoticeStep[]; readonly notice: NoticeClock; readonly confirmed?: boolean }) {
  const past = steps.map((step): TimelineStep => ({
    key: String(step.no),
    title: pick(lang, NOTICE_STEP_LABELS[step.event] ?? { zh: step.event, en: step.event }),
    phase: STOPS.has(step.event) ? "stopped" : "done",
    at: step.effectiveAt,
    note: step.reason ?? undefined,
  }));
  const isRunning = notice.state === "RUNNING" || notice.state === "OBJECTED";
  const coming: TimelineStep[] = notice.state === "PREPARED" ? toPublish(lang, confirmed) : [];
  if (isRunning) coming.push({ key: "clear", title: pick(lang, N.toCome), phase: "present", deadline: <NoticeTimeLeft brief lang={lang} notice={notice} /> });
  if (isRunning || notice.state === "CLEARED") {
    coming.push({ key: "use", title: pick(lang, N.toSign), phase: notice.state === "CLEARED" ? "present" : "coming", deadline: notice.state === "CLEARED" ? <NoticeTimeLeft brief lang={lang} notice={notice} /> : undefined });
  }
  return <Timeline lang={lang} label={pick(lang, N.procedure)} steps={[...past, ...coming]} />;
}

/** What is still to come before anything is public. */
function toPublish(lang: Lang, confirmed: boolean): TimelineStep[] {
  const step = (key: string, title: Text, phase: TimelineStep["phase"]): TimelineStep => ({ key, title: pick(lang, title), phase });
  return [
    ...(confirmed ? [] : [step("confirm", NOTICE_STEP_LABELS["confirm"]!, "present")]),
    step("publish", NOTICE_STEP_LABELS["publish"]!, confirmed ? "present" : "coming"),
    step("clear", N.toCome, "coming"),
    step("use", N.toSign, "coming"),
  ];
}

export type ShownObjection = {
  readonly id: string;
  readonly state: keyof typeof OBJECTION_STATE_LABELS;
  readonly named: boolean;
  readonly filedAt: Date;
  readonly ruling: string | null;
  readonly ruledAt: Date | null;
};

const OBJECTION_TONES = { FILED: "due", UNFOUNDED: "ended", SETTLED: "done", UPHELD: "refused" } as const;

/** Objections with their rulings; `extra` adds what only the unit itself may see. */
export function ObjectionList<One extends ShownObjection>({ lang, objections, extra }: { readonly lang: Lang; readonly objections: readonly One[]; readonly extra?: (objection: One) => ReactNode }) {
  if (objections.length === 0) return <p className="text-ink-soft">{pick(lang, N.noObjections)}</p>;
  return (
    <ol className="grid gap-4">
      {objections.map((objection) => (
        <li key={objection.id} className="grid gap-2 rounded border border-line bg-surface p-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusTag tone={OBJECTION_TONES[objection.state]}>{pick(lang, OBJECTION_STATE_LABELS[objection.state])}</StatusTag>
            <span>{pick(lang, objection.named ? N.named : N.anonymous)}</span>
            <time className="tabular text-sm text-ink-soft" dateTime={objection.filedAt.toISOString()}>{formatDateTime(objection.filedAt, lang)}</time>
          </p>
          {extra?.(objection)}
          {objection.ruling ? (
            <div>
              <p className="text-sm text-ink-soft">{pick(lang, N.ruling)}{objection.ruledAt ? <> <time className="tabular" dateTime={objection.ruledAt.toISOString()}>{formatDateTime(objection.ruledAt, lang)}</time></> : null}</p>
              <p lang="zh-CN" className="prose-column whitespace-pre-line">{objection.ruling}</p>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
