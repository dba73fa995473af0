import { pick, type Lang, type Text } from "@ttx/ui/text";

const WEEKDAYS: readonly Text[] = [
  { zh: "一", en: "Mon" }, { zh: "二", en: "Tue" }, { zh: "三", en: "Wed" }, { zh: "四", en: "Thu" }, { zh: "五", en: "Fri" }, { zh: "六", en: "Sat" }, { zh: "日", en: "Sun" },
];
const COUNT: Text = { zh: "{n} 项", en: "{n}" };
const DAY_MS = 86_400_000;

type Props = { readonly lang: Lang; readonly month: string; readonly today: string; readonly caption: string; /** How many things lie on a day. */ readonly counts: ReadonlyMap<string, number> };

/** A month as a table of weeks, Monday first; a day with something on it leads to its place in the list below. */
export function MonthGrid({ lang, month, today, caption, counts }: Props) {
  const weeks = weeksOf(month);
  return (
    <table className="tabular hidden w-full table-fixed border-collapse border border-line bg-surface sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>{WEEKDAYS.map((name) => <th key={name.en} scope="col" className="border-b border-line p-2 text-left text-sm font-medium text-ink-soft">{pick(lang, name)}</th>)}</tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const count = counts.get(day) ?? 0;
              const isOther = !day.startsWith(month);
              return (
                <td key={day} aria-current={day === today ? "date" : undefined} className={`h-16 border border-line p-2 align-top text-sm ${isOther ? "bg-ground" : ""} ${day === today ? "outline-2 -outline-offset-2 outline-brand" : ""}`}>
                  <span className={isOther ? "text-ink-soft" : "font-medium"}>{Number(day.slice(8))}</span>
                  {count > 0 && !isOther ? <a href={`#day-${day}`} className="link mt-1 block">{pick(lang, COUNT).replace("{n}", String(count))}</a> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: string[][] = [];
  for (let at = monday; at === monday || new Date(at).toISOString().slice(0, 7) <= month; at += 7 * DAY_MS) {
    weeks.push(Array.from({ length: 7 }, (_, i) => new Date(at + i * DAY_MS).toISOString().slice(0, 10)));
  }
  return weeks;
}
