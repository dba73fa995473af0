import { codeLabel } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Timeline, type TimelineStep } from "@ttx/ui/timeline";
import type { ReactNode } from "react";
import { EVENT_LABELS, REVIEW_EVENT_LABELS } from "./contract-texts.ts";

type Decision = { readonly no: number; readonly event: string; readonly at: Date | string; readonly by?: string | null; readonly grounds: unknown };
type ReviewStep = { readonly no: number; readonly event: string; readonly at: Date | string; readonly by?: string | null; readonly content: unknown };

const STOPS = new Set(["refuse", "lapse", "withdraw", "cancel", "cancelOfOwnMotion", "revoke"]);
const T = {
  label: { zh: "办理过程", en: "Procedure" },
  number: { zh: "登记编号：{no}", en: "Number: {no}" },
  decided: { zh: "{type}，技术交易额 {amount}", en: "{type}, technical amount {amount}" },
} as const satisfies Record<string, Text>;

export type DecisionTimelineProps = {
  readonly lang: Lang;
  readonly decisions: readonly Decision[];
  readonly reviewSteps?: readonly ReviewStep[];
  /** What goes on now, with its deadline; left out when all is over. */
  readonly present?: { readonly title: ReactNode; readonly who?: ReactNode; readonly deadline?: ReactNode } | null;
};

/** The life of a file: every decision with its grounds, the review's steps among them by time, and what goes on now. */
export function DecisionTimeline({ lang, decisions, reviewSteps = [], present }: DecisionTimelineProps) {
  const past = [
    ...decisions.map((one) => ({ key: `d${one.no}`, at: one.at, step: stepOf(lang, `d${one.no}`, EVENT_LABELS, one, groundsIn(lang, one.grounds)) })),
    // The revocation stands in both records; it is told once, by the decision that ended the registration.
    ...reviewSteps.filter(({ event }) => event !== "revoke" || !decisions.some((decision) => decision.event === "revoke")).map((one) => ({ key: `r${one.no}`, at: one.at, step: stepOf(lang, `r${one.no}`, REVIEW_EVENT_LABELS, one, groundsIn(lang, one.content)) })),
  ].toSorted((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime() || (a.key < b.key ? -1 : 1));
  const steps: TimelineStep[] = past.map(({ step }) => step);
  if (present) steps.push({ key: "present", phase: "present", title: present.title, who: present.who, deadline: present.deadline });
  return <Timeline lang={lang} label={pick(lang, T.label)} steps={steps} />;
}

function stepOf(lang: Lang, key: string, labels: Readonly<Record<string, Text>>, { event, at, by }: { readonly event: string; readonly at: Date | string; readonly by?: string | null }, note: ReactNode): TimelineStep {
  const label = labels[event];
  return { key, at, phase: STOPS.has(event) ? "stopped" : "done", title: label ? pick(lang, label) : event, ...(by ? { who: by } : {}), ...(note ? { note } : {}) };
}

/** The grounds of a decision as far as they are words: points of a correction, reasons of a refusal, what was said. */
function groundsIn(lang: Lang, grounds: unknown): ReactNode {
  const given = record(grounds);
  const points = list(given["points"]).map((point) => text(record(point)["wanted"])).filter((one) => one !== "");
  const reasons = list(given["reasons"]).map((reason) => {
    const { code, fact } = record(reason);
    const name = typeof code === "string" ? `${code} ${pick(lang, codeLabel("refusal-reasons", code))}` : "";
    return `${name}${typeof fact === "string" ? `：${fact}` : ""}`;
  });
  const words = ["reason", "reasons", "explanation", "opinion", "facts", "statement"].map((key) => text(given[key])).filter((one) => one !== "");
  const note = text(record(given["answers"])["note"]);
  const said = [...words, ...(note ? [note] : [])];
  const number = text(given["registrationNo"]);
  const paper = text(given["documentNo"]);
  const facts = [...decidedIn(lang, record(given["answers"])), ...(number ? [fillText(pick(lang, T.number), { no: number })] : []), ...(paper ? [paper] : [])];
  if (points.length + reasons.length + said.length + facts.length === 0) return null;
  return (
    <span className="grid gap-1">
      {facts.map((line) => <span key={line} className="tabular">{line}</span>)}
      {points.length + reasons.length > 0 ? <ol lang="zh-CN" className="list-decimal pl-5">{[...points, ...reasons].map((line) => <li key={line}>{line}</li>)}</ol> : null}
      {said.map((line) => <span key={line} lang="zh-CN" className="whitespace-pre-line">{line}</span>)}
    </span>
  );
}

/** What was answered to the three questions. */
function decidedIn(lang: Lang, { contractType, technicalFen, technicalAmount = technicalFen }: Readonly<Record<string, unknown>>): readonly string[] {
  if (typeof contractType !== "string" || typeof technicalAmount !== "string" || !/^\d+$/.test(technicalAmount)) return [];
  return [fillText(pick(lang, T.decided), { type: pick(lang, codeLabel("contract-types", contractType)), amount: formatYuan(BigInt(technicalAmount)) })];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
