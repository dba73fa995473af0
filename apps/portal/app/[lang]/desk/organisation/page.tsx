import { listColleagues, listInvitations, readOrganisation } from "@ttx/domain/identity";
import { EmptyState } from "@ttx/ui/empty-state";
import { Building2Icon } from "@ttx/ui/icons/building-2";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ColleagueTable } from "#components/organisation/colleague-table.tsx";
import { InvitationTable } from "#components/organisation/invitation-table.tsx";
import { OrganisationFacts } from "#components/organisation/organisation-facts.tsx";
import { OrganisationNotice } from "#components/organisation/organisation-notice.tsx";
import { OrganisationStateTag } from "#components/organisation/organisation-state.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<{ readonly cursor?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnOrganisationPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const say = (text: Text): string => pick(lang, text);
  if (actor.organisation === null) {
    return <EmptyState level={2} icon={<Building2Icon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>;
  }
  const { cursor } = await searchParams;
  const [organisation, colleagues] = await Promise.all([
    readFor(actor, readOrganisation, { organisationId: actor.organisation.id }),
    readFor(actor, listColleagues, { cursor: typeof cursor === "string" ? cursor : undefined }),
  ]);
  const invitations = organisation.may.invite ? await readFor(actor, listInvitations, { limit: 100 }) : null;
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={organisation.name} status={<OrganisationStateTag lang={lang} state={organisation.state} />} />
      <OrganisationNotice lang={lang} organisation={organisation} />
      <Panel title={say(T.facts)} actions={organisation.may.edit ? <LinkButton size="small" href={href(lang, "/desk/organisation/edit")}>{say(T.edit)}</LinkButton> : undefined}>
        <OrganisationFacts lang={lang} organisation={organisation} />
      </Panel>
      <Panel title={say(T.people)} actions={organisation.may.invite ? <LinkButton size="small" tone="primary" href={href(lang, "/desk/organisation/invite")}>{say(T.invite)}</LinkButton> : undefined}>
        <ColleagueTable lang={lang} colleagues={colleagues} possibleRoles={organisation.rolesToGive} />
        <Pager lang={lang} {...(colleagues.nextCursor === null ? {} : { nextHref: href(lang, "/desk/organisation", { cursor: colleagues.nextCursor }) })} />
        {invitations && invitations.items.length > 0 ? <div className="mt-6"><InvitationTable lang={lang} invitations={invitations.items} /></div> : null}
      </Panel>
      {organisation.may.manageKeys ? (
        <Panel title={say(T.keys)}>
          <p className="mb-4">{say(T.keysText)}</p>
          <LinkButton href={href(lang, "/desk/organisation/api-keys")}>{say(T.manageKeys)}</LinkButton>
        </Panel>
      ) : null}
    </div>
  );
}
