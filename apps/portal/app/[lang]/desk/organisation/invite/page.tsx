import { readOrganisation } from "@ttx/domain/identity";
import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { InviteForm } from "#components/organisation/invite-form.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.invite) };
}

export default async function InvitePage({ params }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  if (actor.organisation === null) notFound();
  const { may, rolesToGive, name } = await readFor(actor, readOrganisation, { organisationId: actor.organisation.id });
  if (!may.invite) notFound();
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.invite)} intro={name} crumbs={[{ label: pick(lang, T.title), href: href(lang, "/desk/organisation") }]} />
      <InviteForm lang={lang} possibleRoles={rolesToGive} />
    </div>
  );
}
