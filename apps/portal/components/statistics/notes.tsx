import { footnotesOf, type FootnoteFacts } from "@ttx/domain/statistics";
import { Section } from "@ttx/ui/section";
import { pick, type Lang } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";

/** What has to be known to read the tables; the same lines stand in every downloaded file. */
export function Notes({ lang, facts }: { readonly lang: Lang; readonly facts: FootnoteFacts }) {
  return (
    <Section id="notes" title={pick(lang, S.notes)}>
      <ol className="prose-column grid list-decimal gap-1 pl-5 text-sm text-ink-soft">
        {footnotesOf(facts).map((note) => <li key={note.zh}>{pick(lang, note)}</li>)}
      </ol>
    </Section>
  );
}
