import type { ReactNode } from "react";

export type Tab = { readonly href: string; readonly label: ReactNode; readonly count?: number; readonly current?: boolean };

/** Parts of one thing, each with its own address: a place can be sent, reloaded and gone back to. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:px-0">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center gap-1.5 border-b-3 border-transparent whitespace-nowrap text-ink-soft hover:text-brand aria-[current]:border-brand aria-[current]:font-medium aria-[current]:text-brand"
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="tabular rounded-full bg-sunken px-2 text-sm text-ink-soft">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
