import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { DESK_GROUPS, DESK_PLACES, type DeskGroup, type DeskPlaceKey } from "./desk-places.tsx";

type Props = { readonly lang: Lang; readonly places: readonly DeskPlaceKey[]; readonly here: string };

/** So many places are seen at a glance; more of them stand under headings. */
const AT_A_GLANCE = 9;

/** The places one may go to; the frame puts them into its navigation. */
export function DeskNav({ lang, places, here }: Props) {
  if (places.length <= AT_A_GLANCE) return <Places lang={lang} places={places} here={here} />;
  const groups = (Object.keys(DESK_GROUPS) as DeskGroup[]).map((group) => ({ group, label: DESK_GROUPS[group], inIt: places.filter((key) => DESK_PLACES[key].group === group) }));
  return (
    <div className="grid gap-2">
      {groups.filter(({ inIt }) => inIt.length > 0).map(({ group, label, inIt }) => (
        <div key={group}>
          {label === null ? null : <p aria-hidden="true" className="px-3 pt-1 pb-0.5 text-xs text-ink-soft">{pick(lang, label)}</p>}
          <Places lang={lang} places={inIt} here={here} {...(label === null ? {} : { label: pick(lang, label) })} />
        </div>
      ))}
    </div>
  );
}

function Places({ lang, places, here, label: title }: Props & { readonly label?: string }) {
  return (
    <ul className="grid gap-0.5" aria-label={title}>
      {places.map((key) => {
        const { place, label, icon: Icon } = DESK_PLACES[key];
        const inside = place === "/desk" ? here === "/desk" : here === place || here.startsWith(`${place}/`);
        return (
          <li key={key}>
            <a
              href={href(lang, place)}
              aria-current={here === place ? "page" : inside ? "true" : undefined}
              className="flex min-h-10 items-center gap-3 rounded px-3 text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-brand-soft aria-[current]:font-medium aria-[current]:text-brand"
            >
              <Icon />
              {pick(lang, label)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
