import { listKeys } from "@ttx/domain/auction";
import { listVenues } from "@ttx/domain/listing";
import { organisationOf } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ActButton } from "#components/account/act-button.tsx";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { RegisterKey } from "#components/auction/opening-keys.tsx";
import { href } from "#lang/href.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  title: { zh: "开标密钥", en: "Opening keys" },
  intro: { zh: "密封报价在竞买人的浏览器中加密，密钥分成两份，分别加密给交易机构和公证机构；开标时两方都提交份额才能解密。新密钥用于其后公告的项目。", en: "Sealed bids are encrypted in the bidder's browser; the key is split between exchange and notary, and only both halves together open a bid. A new key serves lots announced from then on." },
  holder: { zh: "持有方", en: "Holder" },
  VENUE: { zh: "交易机构", en: "Exchange" },
  NOTARY: { zh: "公证机构", en: "Notary" },
  fingerprint: { zh: "公钥指纹", en: "Fingerprint" },
  made: { zh: "登记时间", en: "Registered" },
  state: { zh: "状态", en: "State" },
  inForce: { zh: "有效", en: "In force" },
  waiting: { zh: "待交易机构认可", en: "Waiting for the exchange" },
  retired: { zh: "已停用", en: "Retired" },
  accept: { zh: "认可", en: "Accept" },
  acceptText: { zh: "认可该公证密钥，此后公告的密封报价项目将使用它。请先与公证机构当面或电话核对指纹。", en: "Lots announced from now on are sealed to this notary's key. Compare the fingerprint with the notary first." },
  none: { zh: "还没有登记密钥", en: "No key yet" },
  noneText: { zh: "两方密钥齐备之前，密封报价由竞买人自行开启。", en: "Until both keys are there, bidders open their sealed bids themselves." },
  own: { zh: "本机构的密钥", en: "Your key" },
  venues: { zh: "服务的交易机构", en: "Exchange you serve" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OpeningKeysPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { venue } = await searchParams;
  const isVenue = organisationOf(actor)?.kind === "VENUE";
  const venues = isVenue ? [] : (await orNotFound(read(deps(), listVenues, actor, {}))).items;
  const venueId = isVenue ? organisationOf(actor)!.id : typeof venue === "string" ? venue : (venues[0]?.id ?? "");
  const { keys, mayAccept, mayRegister } = await orNotFound(read(deps(), listKeys, actor, { venueId }));
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/auctions"), label: say(AUCTIONS) }]} title={say(T.title)} intro={say(T.intro)} />
      {venues.length > 1 ? (
        <nav aria-label={say(T.venues)} className="flex flex-wrap gap-3">
          {venues.map(({ id, name }) => <a key={id} className="link" aria-current={id === venueId ? "page" : undefined} href={href(lang, "/desk/auctions/keys", { venue: id })}>{name}</a>)}
        </nav>
      ) : null}
      <Table
        caption={say(T.title)}
        rows={keys}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon={<GavelIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
        columns={[
          { key: "holder", label: say(T.holder), head: true, cell: ({ holder }) => say(holder === "VENUE" ? T.VENUE : T.NOTARY) },
          { key: "fingerprint", label: say(T.fingerprint), width: "wide", cell: ({ fingerprint }) => <code className="text-xs break-all">{fingerprint}</code> },
          { key: "made", label: say(T.made), cell: ({ createdAt }) => <time className="tabular" dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, lang)}</time> },
          {
            key: "state",
            label: say(T.state),
            cell: ({ id, acceptedAt, retiredAt }) =>
              retiredAt ? <StatusTag tone="ended">{say(T.retired)}</StatusTag> : acceptedAt ? <StatusTag tone="done">{say(T.inForce)}</StatusTag> : mayAccept ? <ActButton lang={lang} tone="primary" url={`/api/v1/opening-keys/${id}/acceptance`} label={say(T.accept)} sentence={say(T.acceptText)} /> : <StatusTag tone="waiting">{say(T.waiting)}</StatusTag>,
          },
        ]}
      />
      {mayRegister ? <Panel title={say(T.own)}><RegisterKey lang={lang} venueId={venueId} /></Panel> : null}
    </div>
  );
}
