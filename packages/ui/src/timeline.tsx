import type { ReactNode } from "react";
import { CheckIcon } from "./icons/check.tsx";
import { XIcon } from "./icons/x.tsx";
import { cx } from "./cx.ts";
import { formatDateTime } from "./format.ts";
import { pick, type Lang, type Text } from "./text.ts";

const WORDS = {
  done: { zh: "已完成", en: "Done" },
  stopped: { zh: "到此终止", en: "Ended here" },
  present: { zh: "进行中", en: "Now" },
  coming: { zh: "待进行", en: "To come" },
} as const satisfies Record<string, Text>;

export type TimelineStep = {
  readonly key: string;
  readonly title: ReactNode;
  readonly phase: keyof typeof WORDS;
  /** Past: when it was done. */
  readonly at?: Date | string;
  /** Who did it, or who acts now. */
  readonly who?: ReactNode;
  /** Present: usually a Deadline. Coming: an expected day in words. */
  readonly deadline?: ReactNode;
  readonly note?: ReactNode;
};

export type TimelineProps = { readonly lang: Lang; readonly steps: readonly TimelineStep[]; readonly label: string; /** Side by side on wide screens, for up to six steps. */ readonly across?: boolean };

const MARKS = {
  done: "border-done bg-done text-white",
  stopped: "border-live bg-live text-white",
  present: "border-brand bg-surface ring-4 ring-brand-soft",
  coming: "border-edge bg-surface",
} as const;

/** The procedure of a result, listing, notice, contract or case: past steps with who and when, the present one with its deadline, the coming ones. */
export function Timeline({ lang, steps, label, across = false }: TimelineProps) {
  return (
    <ol aria-label={label} className={cx("grid", across && "lg:grid-flow-col lg:auto-cols-fr")}>
      {steps.map((step, i) => (
        <li
          key={step.key}
          aria-current={step.phase === "present" ? "step" : undefined}
          className={cx("grid grid-cols-[1.5rem_1fr] gap-x-3", across && "lg:grid-cols-1 lg:grid-rows-[1.5rem_1fr] lg:gap-y-2")}
        >
          <div aria-hidden="true" className={cx("flex flex-col items-center", across && "lg:flex-row")}>
            <span className={cx("mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border-2", MARKS[step.phase], across && "lg:mt-0")}>
              {step.phase === "done" ? <CheckIcon size={12} /> : step.phase === "stopped" ? <XIcon size={12} /> : step.phase === "present" ? <span className="size-2 rounded-full bg-brand" /> : null}
            </span>
            {i < steps.length - 1 ? (
              <span className={cx("w-0.5 grow", step.phase === "done" ? "bg-done-line" : "bg-line", across && "lg:h-0.5 lg:w-auto")} />
            ) : null}
          </div>
          <div className={cx("min-w-0 pb-5", across && "lg:pr-4 lg:pb-0")}>
            <p className={cx("leading-snug", step.phase === "present" ? "font-medium text-ink" : step.phase === "coming" ? "text-ink-soft" : "text-ink")}>
              {step.title}
              <span className={step.phase === "present" ? "ml-2 text-sm font-medium text-brand" : "sr-only"}>{pick(lang, WORDS[step.phase])}</span>
            </p>
            {step.who || step.at ? (
              <p className="text-sm text-ink-soft">
                {step.who}
                {step.who && step.at ? (lang === "zh" ? "，" : ", ") : null}
                {step.at ? <time dateTime={new Date(step.at).toISOString()} className="tabular whitespace-nowrap">{formatDateTime(step.at, lang)}</time> : null}
              </p>
            ) : null}
            {step.deadline ? <div className="mt-1 text-sm">{step.deadline}</div> : null}
            {step.note ? <div className="mt-1 text-sm text-ink-soft">{step.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
