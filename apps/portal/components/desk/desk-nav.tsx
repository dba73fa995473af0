import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { DESK_PLACES, type DeskPlaceKey } from "./desk-places.tsx";

/** The places one may go to, as a list; the frame puts it into its navigation. */
export function DeskNav({ lang, places, here }: { readonly lang: Lang; readonly places: readonly DeskPlaceKey[]; readonly here: string }) {
  return (
    <ul className="grid gap-0.5">
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
