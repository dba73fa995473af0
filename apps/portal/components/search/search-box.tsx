import { Button } from "@ttx/ui/button";
import { SearchIcon } from "@ttx/ui/icons/search";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { SuggestedInput } from "./suggested-input.tsx";

const GO: Text = { zh: "搜索", en: "Search" };

export type SearchBoxProps = {
  readonly lang: Lang;
  readonly action: string;
  readonly label: string;
  readonly placeholder: string;
  readonly q: string;
  /** What suggestions are for; everything, when left out. */
  readonly kind?: "RESULT" | "DEMAND" | "LISTING";
  /** Filters that stay when other words are looked for. */
  readonly kept: Readonly<Record<string, string>>;
};

/** A search as a plain form: its address can be sent, kept and gone back to, and it works without a script. */
export function SearchBox({ lang, action, label, placeholder, q, kind, kept }: SearchBoxProps) {
  return (
    <form role="search" aria-label={label} action={action} className="grid max-w-2xl gap-1.5">
      <label htmlFor="q" className="font-medium">{label}</label>
      <div className="flex">
        <SuggestedInput id="q" lang={lang} kind={kind} defaultValue={q} maxLength={60} placeholder={placeholder} className="control min-w-0 flex-1 rounded-r-none" />
        <Button type="submit" tone="primary" className="rounded-l-none" icon={<SearchIcon />}>{pick(lang, GO)}</Button>
      </div>
      {Object.entries(kept).map(([name, value]) => (value === "" ? null : <input key={name} type="hidden" name={name} value={value} />))}
    </form>
  );
}
