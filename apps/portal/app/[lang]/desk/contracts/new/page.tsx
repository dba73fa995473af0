import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { BeginContract } from "#components/contract/begin-contract.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.newContract) };
}

export default async function NewContractPage({ params }: Props) {
  const lang = await readLang(params);
  await requireActor(lang);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.newContract)} crumbs={[{ href: href(lang, "/desk/contracts"), label: pick(lang, T.title) }, { label: pick(lang, T.newContract) }]} />
      <BeginContract lang={lang} />
    </div>
  );
}
