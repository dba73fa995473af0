import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { apiParts } from "#components/docs/api-parts.ts";
import { DocsTabs } from "#components/docs/docs-tabs.tsx";
import { Markdown } from "#components/docs/markdown.tsx";
import { MethodMark } from "#components/docs/method-mark.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";

const T = {
  title: { zh: "接口文档", en: "API documentation" },
  intro: { zh: "本页与 OpenAPI 3.1 文件出自同一份接口清单；用浏览器的页内查找即可检索。", en: "This page and the OpenAPI 3.1 file come from the same list of endpoints. Search it with your browser's own find." },
  file: { zh: "OpenAPI 文件", en: "OpenAPI file" },
  contents: { zh: "目录", en: "Contents" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function ApiDocumentationPage({ params }: Props) {
  const lang = await readLang(params);
  const { info, parts } = apiParts(lang);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={info.title} intro={pick(lang, T.intro)} actions={<LinkButton href="/api/v1/openapi.json">{pick(lang, T.file)}</LinkButton>} />
      <DocsTabs lang={lang} here="/docs/api" />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav aria-label={pick(lang, T.contents)} className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          <ul className="grid gap-1 text-sm sm:grid-cols-2 lg:grid-cols-1">
            {parts.map(({ name, description, operations }) => (
              <li key={name}><a className="link-quiet flex justify-between gap-2 py-0.5" href={href(lang, `/docs/api/${name}`)}><span>{description}</span><span className="tabular text-ink-faint">{operations.length}</span></a></li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-10">
          <Markdown>{info.description}</Markdown>
          {parts.map(({ name, description, operations }) => (
            <section key={name} aria-labelledby={`part-${name}`}>
              <h2 id={`part-${name}`} className="pb-2 text-lg font-semibold"><a className="link-quiet" href={href(lang, `/docs/api/${name}`)}>{description}</a></h2>
              <ul className="text-sm">
                {operations.map(({ method, path, operation }) => (
                  <li key={operation.operationId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line py-1.5">
                    <MethodMark method={method} />
                    <a className="link-quiet font-mono break-all" href={`${href(lang, `/docs/api/${name}`)}#${operation.operationId}`}>{path}</a>
                    <span className="text-ink-soft">{operation.summary}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
