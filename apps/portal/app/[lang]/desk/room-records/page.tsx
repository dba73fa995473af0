import { listRoomMetadata } from "@ttx/domain/negotiation";
import { ROOM_STATE_LABELS } from "@ttx/domain/negotiation/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { R, ROOM_TONES } from "#components/negotiation/room-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const TITLE: Text = { zh: "洽谈登记", en: "Rooms on record" };
const INTRO: Text = { zh: "只列参加方、时间和数量；发言、条款和文件内容对审计人员也不可见。", en: "Who, when and how much. What was said, offered or shown is closed to auditors too." };
const NONE: Text = { zh: "辖区内还没有洽谈", en: "No talks in your jurisdiction" };
const SELLER: Text = { zh: "转让方", en: "Seller" };
const BUYER: Text = { zh: "受让方", en: "Buyer" };
const AMOUNT: Text = { zh: "记录 / 条款 / 文件 / 查阅 / 签署", en: "Entries / offers / files / looks / signatures" };

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

export default async function RoomRecordsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readFor(await requireActor(lang), listRoomMetadata, { cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, TITLE)} intro={pick(lang, INTRO)} />
      <Table caption={pick(lang, TITLE)} columns={columns(lang)} rows={page.items} rowKey={(row) => row.id} empty={<EmptyState level={2} title={pick(lang, NONE)} />} />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/room-records"), page.nextCursor)} />
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listRoomMetadata.run>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "no", label: pick(lang, R.number), head: true, width: "narrow", cell: (row) => <span className="tabular">{row.no}</span> },
    { key: "title", label: pick(lang, R.result), width: "wide", cell: (row) => <span lang="zh-CN">{row.title}</span> },
    { key: "seller", label: pick(lang, SELLER), cell: (row) => row.seller },
    { key: "buyer", label: pick(lang, BUYER), cell: (row) => row.buyer },
    { key: "state", label: pick(lang, R.state), width: "narrow", cell: (row) => <StatusTag tone={ROOM_TONES[row.state]}>{pick(lang, ROOM_STATE_LABELS[row.state])}</StatusTag> },
    { key: "opened", label: pick(lang, R.opened), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.openedAt, lang)}</span> },
    { key: "amount", label: pick(lang, AMOUNT), align: "right", cell: (row) => <span className="tabular">{[row.entries, row.offers, row.documents, row.views, row.signatures].join(" / ")}</span> },
  ];
}
