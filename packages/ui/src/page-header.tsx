import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import type { Lang } from "./text.ts";

export type PageHeaderProps = {
  readonly lang: Lang;
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** The state of the thing, a StatusTag. */
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
};

/** The head of a page: where one is, what it is, what state it is in, what one can do. */
export function PageHeader({ lang, title, intro, crumbs, status, actions }: PageHeaderProps) {
  return (
    <div className="grid gap-2">
      {crumbs ? <Breadcrumbs lang={lang} crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid max-w-[48rem] gap-2">
          <h1 className="text-xl font-semibold">{title}</h1>
          {status ? <div className="flex flex-wrap items-center gap-2">{status}</div> : null}
          {intro ? <p className="prose-column text-ink-soft">{intro}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
