import { pick, type Lang, type Text } from "@ttx/ui/text";

const BY: Text = { zh: "排序", en: "Sorted by" };

export type Sort = { readonly key: string; readonly label: string; readonly href: string; readonly current: boolean };

export function Sorts({ lang, sorts }: { readonly lang: Lang; readonly sorts: readonly Sort[] }) {
  return (
    <nav aria-label={pick(lang, BY)}>
      <ul className="flex flex-wrap gap-x-4">
        {sorts.map(({ key, label, href, current }) => (
          <li key={key}>
            <a href={href} rel="nofollow" aria-current={current ? "true" : undefined} className="inline-flex min-h-9 items-center border-b-2 border-transparent text-sm text-ink-soft no-underline hover:text-brand aria-[current]:border-brand aria-[current]:font-medium aria-[current]:text-brand">{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
