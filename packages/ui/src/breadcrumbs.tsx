import type { ReactNode } from "react";
import { ChevronRightIcon } from "./icons/chevron-right.tsx";
import { pick, type Lang, type Text } from "./text.ts";

const NAME: Text = { zh: "当前位置", en: "You are here" };

export type Crumb = { readonly href?: string; readonly label: ReactNode };

export function Breadcrumbs({ lang, crumbs }: { readonly lang: Lang; readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={pick(lang, NAME)} className="text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-1">
        {crumbs.map((crumb, i) => (
          <li key={i} className="flex items-center gap-1">
            {i > 0 ? <ChevronRightIcon size={14} className="text-ink-faint" /> : null}
            {crumb.href ? <a href={crumb.href} className="link-quiet text-ink-soft">{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
