import { EmptyState } from "@ttx/ui/empty-state";
import { FlaskConicalIcon } from "@ttx/ui/icons/flask-conical";
import { LinkButton } from "@ttx/ui/link-button";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import type { HomeField } from "./home-data.ts";

const TITLE: Text = { zh: "最新成果，按领域", en: "Newest results by field" };
const MORE: Text = { zh: "全部成果", en: "All results" };
const NONE: Text = { zh: "成果库还没有公开的成果", en: "No result has been published yet" };
const NONE_TEXT: Text = { zh: "高校、院所、企业和个人发布的成果会按技术领域列在这里。", en: "Results posted by universities, institutes, firms and individuals stand here by field." };
const FIRST: Text = { zh: "发布第一项成果", en: "Post the first result" };

export function HomeNewest({ lang, fields }: { readonly lang: Lang; readonly fields: readonly HomeField[] }) {
  return (
    <Section id="newest" title={pick(lang, TITLE)} more={{ href: href(lang, "/results"), label: pick(lang, MORE) }}>
      {fields.length === 0 ? (
        <EmptyState icon={<FlaskConicalIcon size={24} />} title={pick(lang, NONE)} action={<LinkButton size="small" href={href(lang, "/desk/results/new")}>{pick(lang, FIRST)}</LinkButton>}>{pick(lang, NONE_TEXT)}</EmptyState>
      ) : (
        <div className="grid gap-x-10 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
          {fields.map((field) => (
            <section key={field.code} aria-label={field.name} className="grid content-start border-t-2 border-brand pt-2">
              <h3 className="mb-1 font-medium"><a href={field.href} className="link-quiet">{field.name}</a></h3>
              <ul className="divide-y divide-line">
                {field.results.map((result) => (
                  <li key={result.id} className="py-2.5">
                    <a href={result.href} className="link-quiet block leading-normal">{result.title}</a>
                    <p className="text-sm text-ink-soft">{result.owner} · {result.facts}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Section>
  );
}
