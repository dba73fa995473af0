import { PROBLEM_TEXTS } from "@ttx/api";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { DocsTabs } from "#components/docs/docs-tabs.tsx";
import { readLang } from "#lang/read-lang.ts";

const T = {
  title: { zh: "拒绝代码", en: "Refusals" },
  intro: { zh: "每个拒绝都带有一个不变的代码和一句说明：违反了哪条规则、可以怎么办。花括号处填入具体内容。", en: "Every refusal carries a code that never changes and a sentence: which rule it breaks and what to do. Braces are filled with the case at hand." },
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
      <dl className="text-sm">
        {rows.map(({ code, text }) => (
          <div key={code} id={code} className="grid scroll-mt-6 gap-x-6 border-b border-line py-2 target:bg-brand-soft md:grid-cols-[20rem_1fr]">
            <dt><a href={`#${code}`} className="link-quiet font-mono break-all">{code}</a></dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
