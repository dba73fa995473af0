import type { ReactNode } from "react";
import { TriangleAlertIcon } from "./icons/triangle-alert.tsx";
import { pick, type Lang, type Text } from "./text.ts";

const KEPT: Text = { zh: "保留了什么", en: "What is kept" };
const NEXT: Text = { zh: "可以怎么做", en: "What you can do" };
const QUOTE: Text = { zh: "联系我们时请报编号", en: "Quote this number when you contact us" };

export type ErrorStateProps = {
  readonly lang: Lang;
  /** What happened, in one sentence. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly kept?: ReactNode;
  readonly next?: ReactNode;
  readonly reference?: string;
  readonly action?: ReactNode;
};

/** Something went wrong: what happened, what is kept, what to do, a number to quote. */
export function ErrorState({ lang, title, children, kept, next, reference, action }: ErrorStateProps) {
  return (
    <section role="alert" className="grid max-w-2xl gap-4">
      <h1 className="flex items-start gap-3 text-xl font-semibold">
        <TriangleAlertIcon size={28} className="mt-1 text-due" />
        {title}
      </h1>
      {children ? <div className="text-ink-soft">{children}</div> : null}
      <dl className="grid gap-3">
        {kept ? <Answer term={pick(lang, KEPT)}>{kept}</Answer> : null}
        {next ? <Answer term={pick(lang, NEXT)}>{next}</Answer> : null}
        {reference ? <Answer term={pick(lang, QUOTE)}><span className="font-mono">{reference}</span></Answer> : null}
      </dl>
      {action ? <div className="flex flex-wrap gap-3">{action}</div> : null}
    </section>
  );
}

function Answer({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
