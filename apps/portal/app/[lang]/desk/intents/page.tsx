import { INTENT_STATE_LABELS, listOwnIntents, type IntentState } from "@ttx/domain/listing";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { I } from "#components/listing/intent-texts.ts";
import { INTENT_TONES } from "#components/listing/listing-words.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), I.title) };
}

export default async function OwnIntentsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readFor(await requireActor(lang), listOwnIntents, { cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, I.title)} intro={pick(lang, I.intro)} actions={<LinkButton href={href(lang, "/listings", { group: "open" })}>{pick(lang, I.browse)}</LinkButton>} />
      <Table
        caption={pick(lang, I.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.intentId}
        empty={<EmptyState level={2} icon={<HandshakeIcon size={24} />} title={pick(lang, I.empty)} action={<LinkButton size="small" href={href(lang, "/listings", { group: "open" })}>{pick(lang, I.browse)}</LinkButton>}>{pick(lang, I.emptyText)}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/intents"), page.nextCursor)} />
    </div>
  );
}

type Row = {
  readonly intentId: string;
  readonly state: IntentState;
  readonly registeredAt: Date;
  readonly decisionDueAt: Date | null;
  readonly deposit: { readonly state: string; readonly dueAt: Date } | null;
  readonly listing: { readonly state: string; readonly priceFen: bigint; readonly periodEndsAt: Date | null; readonly result: { readonly title: string } };
};

/** What an intent waits for, and until when. */
function nextOf(row: Row): { readonly text: Text; readonly until: Date | null } | null {
  switch (row.state) {
    case "REGISTERED":
      return { text: I.files, until: row.listing.periodEndsAt };
    case "CHECKING":
      return { text: I.checking, until: row.decisionDueAt };
    case "QUALIFIED":
      return { text: I.payDeposit, until: row.deposit?.dueAt ?? null };
    case "RECONFIRM":
      return { text: I.reconfirm, until: row.listing.periodEndsAt };
    case "ADMITTED":
      return row.listing.state === "LISTED" ? { text: I.waitEnd, until: row.listing.periodEndsAt } : null;
    case "WON":
      return { text: I.won, until: null };
    default:
      return null;
  }
}

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "title", label: pick(lang, I.name), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/intents/${row.intentId}`)}>{row.listing.result.title}</a> },
    { key: "state", label: pick(lang, I.state), width: "narrow", cell: (row) => <StatusTag tone={INTENT_TONES[row.state]}>{pick(lang, INTENT_STATE_LABELS[row.state])}</StatusTag> },
    { key: "price", label: pick(lang, I.price), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.listing.priceFen} /> },
    { key: "next", label: pick(lang, I.next), cell: (row) => { const next = nextOf(row); return next ? pick(lang, next.text) : "—"; } },
    { key: "until", label: pick(lang, I.until), width: "narrow", cell: (row) => { const until = nextOf(row)?.until; return until ? <span className="tabular">{formatDateTime(until, lang)}</span> : "—"; } },
    { key: "registered", label: pick(lang, I.registered), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{formatDateTime(row.registeredAt, lang)}</span> },
  ];
}
