import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { SecrecyQuestion } from "#components/secrecy/secrecy-question.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "新建成果", en: "New result" };
const LIST: Text = { zh: "我的成果", en: "My results" };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

export default async function NewResultPage({ params }: Props) {
  const lang = await readLang(params);
  await requireActor(lang);
  const list = href(lang, "/desk/results");
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, TITLE)} crumbs={[{ href: list, label: pick(lang, LIST) }, { label: pick(lang, TITLE) }]} />
      <SecrecyQuestion lang={lang} url="/api/v1/results" withOfficer place="/desk/results" idName="resultId" back={list} backLabel={pick(lang, LIST)} />
    </div>
  );
}
