import { CONCLUSION_LABELS } from "@ttx/domain/risk/client";
import { pick, type Lang } from "@ttx/ui/text";
import { Timeline } from "@ttx/ui/timeline";
import { R, STEP_LABELS } from "./risk-texts.ts";

type Step = { readonly no: number; readonly event: string; readonly at: Date; readonly content: unknown; readonly by: string | null };

function textOf(lang: Lang, content: unknown): string {
  if (typeof content !== "object" || content === null) return "";
  const said = ["question", "explanation", "note", "reason"].flatMap((name) => (name in content && typeof content[name as keyof typeof content] === "string" ? [content[name as keyof typeof content] as string] : []));
  const conclusion = "conclusion" in content && typeof content.conclusion === "string" ? CONCLUSION_LABELS[content.conclusion as keyof typeof CONCLUSION_LABELS] : undefined;
  return [...(conclusion ? [pick(lang, conclusion)] : []), ...said].join(lang === "zh" ? "：" : ": ");
}

/** What happened to an alert, by whom and with what words. */
export function AlertSteps({ lang, steps }: { readonly lang: Lang; readonly steps: readonly Step[] }) {
  return (
    <Timeline
      lang={lang}
      label={pick(lang, R.steps)}
      steps={steps.map(({ no, event, at, by, content }) => ({
        key: String(no), title: STEP_LABELS[event] ? pick(lang, STEP_LABELS[event]) : event, phase: event === "lapse" || event === "escalate" ? "stopped" : "done", at,
        ...(by === null ? {} : { who: by }), note: <span className="whitespace-pre-line">{textOf(lang, content)}</span>,
      }))}
    />
  );
}
