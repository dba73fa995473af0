import { ArrowLeftIcon } from "./icons/arrow-left.tsx";
import { ArrowRightIcon } from "./icons/arrow-right.tsx";
import { buttonClass } from "./button-class.ts";
import { pick, type Lang, type Text } from "./text.ts";

const NAME: Text = { zh: "翻页", en: "Pages" };
const PREV: Text = { zh: "上一页", en: "Previous" };
const NEXT: Text = { zh: "下一页", en: "Next" };

export type PagerProps = {
  readonly lang: Lang;
  readonly prevHref?: string;
  readonly nextHref?: string;
  /** Where before and after are not pages: 上个月, 下个月. */
  readonly words?: { readonly prev: Text; readonly next: Text };
  /** What is being looked at: 共 1,000 余条，本页 50 条. */
  readonly summary?: string;
};

/** Cursor paging: there is a before and an after, no page numbers that would lie as rows arrive. */
export function Pager({ lang, prevHref, nextHref, summary, words = { prev: PREV, next: NEXT } }: PagerProps) {
  if (!prevHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={pick(lang, NAME)} className="flex flex-wrap items-center justify-between gap-3 pt-4">
      <p className="tabular text-sm text-ink-soft">{summary}</p>
      <div className="flex gap-2">
        {prevHref ? <a rel="prev" href={prevHref} className={buttonClass({ size: "small" })}><ArrowLeftIcon size={16} />{pick(lang, words.prev)}</a> : null}
        {nextHref ? <a rel="next" href={nextHref} className={buttonClass({ size: "small" })}>{pick(lang, words.next)}<ArrowRightIcon size={16} /></a> : null}
      </div>
    </nav>
  );
}
