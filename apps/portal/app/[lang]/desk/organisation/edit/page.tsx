import { readOrganisation } from "@ttx/domain/identity";
import { fullDivisionName } from "@ttx/domain/reference";
import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { EditOrganisationForm } from "#components/organisation/edit-organisation-form.tsx";
import { partyTypeOptions } from "#components/organisation/party-type-options.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.edit) };
}

export default async function EditOrganisationPage({ params }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  if (actor.organisation === null) notFound();
  const one = await readFor(actor, readOrganisation, { organisationId: actor.organisation.id });
  const { name, nameEn, kind, partyType, creditCode, address, legalPerson } = one;
  const given = { name, nameEn, kind, partyType, creditCode, address, legalPerson, division: { value: one.divisionCode, label: fullDivisionName(one.divisionCode) } };
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.edit)} intro={pick(lang, T.editIntro)} crumbs={[{ label: pick(lang, T.title), href: href(lang, "/desk/organisation") }]} />
      {one.may.edit ? <EditOrganisationForm lang={lang} given={given} partyTypes={partyTypeOptions(lang)} send={pick(lang, T.send)} sending={pick(lang, T.sending)} /> : <p>{pick(lang, T.closed)}</p>}
    </div>
  );
}
