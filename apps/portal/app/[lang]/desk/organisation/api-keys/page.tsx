import { listApiKeys } from "@ttx/domain/identity";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { KeyTable } from "#components/organisation/key-table.tsx";
import { NewKeyForm } from "#components/organisation/new-key-form.tsx";
import { scopeGroups } from "#components/organisation/scope-list.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T as ORGANISATION } from "../texts.ts";

const T = {
  title: { zh: "API 密钥", en: "API keys" },
  intro: { zh: "密钥代表本单位，只能做允许的操作；需要双因素登录的职务不能交给程序。", en: "A key acts for the organisation within its scopes; powers that need a second factor are never given to programs." },
  make: { zh: "生成新密钥", en: "Make a new key" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<{ readonly cursor?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function ApiKeysPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { cursor } = await searchParams;
  const keys = await readFor(actor, listApiKeys, { cursor: typeof cursor === "string" ? cursor : undefined });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} crumbs={[{ label: pick(lang, ORGANISATION.title), href: href(lang, "/desk/organisation") }]} />
      <div>
        <KeyTable lang={lang} keys={keys.items} />
        <Pager lang={lang} {...(keys.nextCursor === null ? {} : { nextHref: href(lang, "/desk/organisation/api-keys", { cursor: keys.nextCursor }) })} />
      </div>
      <Panel title={pick(lang, T.make)}><NewKeyForm lang={lang} groups={scopeGroups(keys.possibleScopes, lang)} /></Panel>
    </div>
  );
}
