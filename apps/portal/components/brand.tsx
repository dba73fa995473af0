import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";

export const NAME: Text = { zh: "国家技术交易网络平台", en: "National Technology Exchange" };

/** The mark: two arrows that meet, offer and demand. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="6" className="fill-brand" />
      <path d="M7 12h14l-4-4M25 20H11l4 4" fill="none" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" className="stroke-white" />
    </svg>
  );
}

export function Brand({ lang }: { readonly lang: Lang }) {
  return (
    <a href={href(lang, "/")} className="flex items-center gap-2.5 rounded text-ink no-underline">
      <Mark />
      <span className="text-base leading-tight font-semibold sm:text-lg">{pick(lang, NAME)}</span>
    </a>
  );
}
