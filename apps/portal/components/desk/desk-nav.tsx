import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { DESK_PLACES, type DeskPlaceKey } from "./desk-places.tsx";

const NAME: Text = { zh: "工作台导航", en: "Desk" };

export function DeskNav({ lang, places, here }: { readonly lang: Lang; readonly places: readonly DeskPlaceKey[]; readonly here: string }) {
  return (
    <nav aria-label={pick(lang, NAME)}>
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
    </nav>
  );
}
