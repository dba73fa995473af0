import { PROBLEM_TEXTS } from "@ttx/api";
import { PageHeader } from "@ttx/ui/page-header";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { DocsTabs } from "#components/docs/docs-tabs.tsx";
import { readLang } from "#lang/read-lang.ts";

const T = {
  title: { zh: "拒绝代码", en: "Refusals" },
  intro: { zh: "每个拒绝都带有一个不变的代码和一句说明：违反了哪条规则、可以怎么办。花括号处填入具体内容。", en: "Every refusal carries a code that never changes and a sentence: which rule it breaks and what to do. Braces are filled with the case at hand." },
  code: { zh: "代码", en: "Code" },
  sentence: { zh: "说明", en: "What it says" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function ProblemsPage({ params }: Props) {
  const lang = await readLang(params);
  const rows = Object.entries(PROBLEM_TEXTS).map(([code, text]) => ({ code, text: pick(lang, text) })).sort((a, b) => (a.code < b.code ? -1 : 1));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} />
      <DocsTabs lang={lang} here="/docs/problems" />
      <Table
        caption={pick(lang, T.title)}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: "code", label: pick(lang, T.code), head: true, cell: ({ code }) => <a id={code} href={`#${code}`} className="link-quiet scroll-mt-6 font-mono text-sm break-all">{code}</a> },
          { key: "text", label: pick(lang, T.sentence), width: "wide", cell: ({ text }) => text },
        ]}
      />
    </div>
  );
}
