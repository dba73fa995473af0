import type { ReactNode } from "react";
import { InboxIcon } from "./icons/inbox.tsx";

export type EmptyStateProps = {
  /** What will be here. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
  readonly level?: 2 | 3;
};

/** Nothing here yet: says what will be, and the first step. */
export function EmptyState({ title, children, action, icon, level = 3 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex items-start gap-4 rounded border border-dashed border-brand-line bg-surface p-5">
      <span className="mt-0.5 text-brand">{icon ?? <InboxIcon size={24} />}</span>
      <div className="grid gap-1">
        <Heading className="font-medium">{title}</Heading>
        {children ? <div className="prose-column text-sm text-ink-soft">{children}</div> : null}
        {action ? <div className="mt-2 flex flex-wrap gap-3">{action}</div> : null}
      </div>
    </div>
  );
}
