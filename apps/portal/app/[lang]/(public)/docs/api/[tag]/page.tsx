import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { apiParts, type ApiPart } from "#components/docs/api-parts.ts";
import { OperationDoc } from "#components/docs/operation.tsx";
import { Shapes } from "#components/docs/shapes.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";

const T = {
  title: { zh: "接口文档", en: "API documentation" },
  file: { zh: "OpenAPI 文件", en: "OpenAPI file" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string; readonly tag: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = await readLang(params);
  return { title: `${await partOf(lang, params).then(({ description }) => description)} · ${pick(lang, T.title)}` };
}

/** All there is to know of the addresses about one thing. */
export default async function ApiPartPage({ params }: Props) {
  const lang = await readLang(params);
  const { description, operations, shapes } = await partOf(lang, params);
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/docs/api"), label: pick(lang, T.title) }, { label: description }]}
        title={description}
        actions={<LinkButton href="/api/v1/openapi.json">{pick(lang, T.file)}</LinkButton>}
      />
      <div className="min-w-0">{operations.map((one) => <OperationDoc key={one.operation.operationId} lang={lang} {...one} />)}</div>
      <Shapes lang={lang} shapes={shapes} />
    </div>
  );
}

async function partOf(lang: Lang, params: Props["params"]): Promise<ApiPart> {
  const { tag } = await params;
  return apiParts(lang).parts.find(({ name }) => name === tag) ?? notFound();
}
