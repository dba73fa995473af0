import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { SecrecyQuestion } from "#components/secrecy/secrecy-question.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.newDemand) };
}

export default async function NewDemandPage({ params }: Props) {
  const lang = await readLang(params);
  await requireActor(lang);
  const list = href(lang, "/desk/demands");
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.newDemand)} crumbs={[{ href: list, label: pick(lang, T.title) }, { label: pick(lang, T.newDemand) }]} />
      <SecrecyQuestion lang={lang} url="/api/v1/demands" withOfficer={false} place="/desk/demands" idName="demandId" back={list} backLabel={pick(lang, T.title)} />
    </div>
  );
}
