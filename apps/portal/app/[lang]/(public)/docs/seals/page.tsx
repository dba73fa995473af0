import { readSeals } from "@ttx/domain/audit";
import { DefinitionList } from "@ttx/ui/definition-list";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount, formatDateTime, formatDay } from "@ttx/ui/format";
import { ShieldCheckIcon } from "@ttx/ui/icons/shield-check";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { DocsTabs } from "#components/docs/docs-tabs.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

const T = {
  title: { zh: "留痕封存公告", en: "Seals of the record" },
  intro: { zh: "平台上的每一个动作都写入只增不改的留痕，几秒内分批封存，每个封存值都包含前一个封存值。这里公布每天最后一个封存值。", en: "Every act on this platform is written to a record that only grows. It is sealed within seconds, each seal holding the one before it. Here stands the last seal of every day." },
  why: { zh: "有什么用", en: "What it is for" },
  whyText: { zh: "保存其中任何一个封存值（抄录、截图、刊登均可）。此后若有人改动、删除或补写这一天及以前的任何一条留痕，核验时得到的封存值就会不同。", en: "Keep any one of these hashes: write it down, print it, publish it. If any entry of that day or before is changed, removed or added later, verification gives another hash." },
  day: { zh: "日期", en: "Day" },
  no: { zh: "封存号", en: "Seal" },
  at: { zh: "封存时间", en: "Sealed" },
  hash: { zh: "封存值（SHA-256）", en: "Hash (SHA-256)" },
  key: { zh: "平台签名公钥", en: "The platform's signing key" },
  keyText: { zh: "竞价成交确认书等文书上的电子签名由这把 Ed25519 密钥作出。请保存指纹；核验程序可据此确认签名出自本平台。", en: "Electronic signatures, such as those under the confirmation of an auction, are made with this Ed25519 key. Keep the fingerprint: with it the program that checks auctions tells whether a signature is the platform's." },
  fingerprint: { zh: "指纹（SHA-256）", en: "Fingerprint (SHA-256)" },
  publicKey: { zh: "公钥（base64url）", en: "Public key (base64url)" },
  none: { zh: "还没有封存", en: "No seal yet" },
  noneText: { zh: "第一批留痕写入几秒后，这里会出现第一个封存值。", en: "The first seal appears seconds after the first act." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function SealsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readPublic(readSeals, { limit: 31, cursor: askedText(asked, "cursor") || undefined });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} />
      <DocsTabs lang={lang} here="/docs/seals" />
      <Panel tone="brand" title={pick(lang, T.why)}><p className="prose-column">{pick(lang, T.whyText)}</p></Panel>
      <Panel title={pick(lang, T.key)}>
        <div className="grid gap-3">
          <p className="prose-column text-sm">{pick(lang, T.keyText)}</p>
          <DefinitionList items={[{ term: pick(lang, T.fingerprint), value: <code className="font-mono text-xs break-all">{page.signingKey.fingerprint}</code> }, { term: pick(lang, T.publicKey), value: <code className="font-mono text-xs break-all">{page.signingKey.publicKey}</code> }]} />
        </div>
      </Panel>
      <Table
        caption={pick(lang, T.title)}
        rows={page.items}
        rowKey={({ no }) => String(no)}
        empty={<EmptyState level={2} icon={<ShieldCheckIcon size={24} />} title={pick(lang, T.none)}>{pick(lang, T.noneText)}</EmptyState>}
        columns={[
          { key: "day", label: pick(lang, T.day), head: true, cell: ({ day }) => <span className="whitespace-nowrap">{formatDay(day, lang)}</span> },
          { key: "no", label: pick(lang, T.no), align: "right", cell: ({ no }) => <span className="tabular">{formatCount(no)}</span> },
          { key: "at", label: pick(lang, T.at), align: "right", cell: ({ sealedAt }) => <time className="tabular whitespace-nowrap" dateTime={sealedAt.toISOString()}>{formatDateTime(sealedAt, lang, true)}</time> },
          { key: "hash", label: pick(lang, T.hash), width: "wide", cell: ({ hash }) => <code className="font-mono text-xs break-all">{hash}</code> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/docs/seals"), page.nextCursor)} />
    </div>
  );
}
