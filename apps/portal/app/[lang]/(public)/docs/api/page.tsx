import { ENDPOINTS, openApiDocument } from "@ttx/api";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { DocsTabs } from "#components/docs/docs-tabs.tsx";
import { Markdown } from "#components/docs/markdown.tsx";
import { OperationDoc } from "#components/docs/operation.tsx";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

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
  const { config } = deps();
  const { info, tags, paths } = openApiDocument({ endpoints: ENDPOINTS, publicUrl: config.publicUrl, production: config.mode === "production", language: lang });
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const sections = tags.map((tag) => ({ ...tag, id: `tag-${tag.name}`, operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)) }));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={info.title} intro={pick(lang, T.intro)} actions={<LinkButton href="/api/v1/openapi.json">{pick(lang, T.file)}</LinkButton>} />
      <DocsTabs lang={lang} here="/docs/api" />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav aria-label={pick(lang, T.contents)} className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          <ul className="grid gap-1 text-sm sm:grid-cols-2 lg:grid-cols-1">
            {sections.map(({ id, description, operations: here }) => (
              <li key={id}><a className="link-quiet flex justify-between gap-2 py-0.5" href={`#${id}`}><span>{description}</span><span className="tabular text-ink-faint">{here.length}</span></a></li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-10">
          <Markdown>{info.description}</Markdown>
          {sections.map(({ id, name, description, operations: here }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id} className="pb-3 text-lg font-semibold">{description}{description === name ? null : <span className="ml-2 font-mono text-sm font-normal text-ink-faint">{name}</span>}</h2>
              {here.map((one) => <OperationDoc key={one.operation.operationId} lang={lang} {...one} />)}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
