import { listRevocations } from "@ttx/domain/recognition";
import { codeLabel } from "@ttx/domain/reference";
import { REVOCATION_GROUNDS, type RevocationGround } from "@ttx/domain/review/client";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { ShieldCheckIcon } from "@ttx/ui/icons/shield-check";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

const T = {
  title: { zh: "撤销登记公告", en: "Revoked registrations" },
  intro: { zh: "以下技术合同认定登记已被撤销，登记证明自撤销之日起失效，含有该合同的登记清单同时失效，已享受的税收优惠应予追回。", en: "These registrations were revoked. Their certificates, and every list that names them, are void from that day, and reliefs taken are recovered." },
  number: { zh: "登记编号", en: "Number" },
  search: { zh: "按登记编号查询", en: "Search by number" },
  go: { zh: "查询", en: "Search" },
  type: { zh: "合同类别", en: "Class" },
  office: { zh: "登记机构", en: "Office" },
  registered: { zh: "登记时间", en: "Registered" },
  revoked: { zh: "撤销时间", en: "Revoked" },
  ground: { zh: "撤销事由", en: "Ground" },
  basis: { zh: "依据", en: "Basis" },
  emptyTitle: { zh: "没有符合条件的撤销登记", en: "No such revocation" },
  emptyText: { zh: "被撤销的登记会在决定之日公布在这里。", en: "Revoked registrations are published here on the day of the decision." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Row = Awaited<ReturnType<(typeof listRevocations)["run"]>>["items"][number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function RevocationsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const text = askedText(asked, "q").slice(0, 40);
  const page = await readPublic(listRevocations, { text: text || undefined, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} />
      <form role="search" action={href(lang, "/revocations")} className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm text-ink-soft">{pick(lang, T.search)}<input type="search" name="q" defaultValue={text} inputMode="numeric" className="control tabular min-h-9 w-64 text-ink" /></label>
        <Button type="submit" size="small">{pick(lang, T.go)}</Button>
      </form>
      <Table caption={pick(lang, T.title)} columns={columns(lang)} rows={page.items} rowKey={({ registrationNo }) => registrationNo} empty={<EmptyState level={2} icon={<ShieldCheckIcon size={24} />} title={pick(lang, T.emptyTitle)}>{pick(lang, T.emptyText)}</EmptyState>} />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/revocations", { q: text || undefined }), page.nextCursor)} />
    </div>
  );
}

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "number", label: pick(lang, T.number), head: true, cell: ({ registrationNo }) => <a className="link tabular" href={href(lang, "/verify", { q: registrationNo })}>{registrationNo}</a> },
    { key: "type", label: pick(lang, T.type), cell: ({ contractType }) => (contractType === null ? "—" : pick(lang, codeLabel("contract-types", contractType))) },
    { key: "office", label: pick(lang, T.office), cell: ({ officeName }) => <span lang="zh-CN">{officeName}</span> },
    { key: "registered", label: pick(lang, T.registered), cell: ({ registeredAt }) => (registeredAt ? formatDateTime(registeredAt, lang) : "—") },
    { key: "revoked", label: pick(lang, T.revoked), cell: ({ revokedAt }) => formatDateTime(revokedAt, lang) },
    { key: "ground", label: pick(lang, T.ground), width: "wide", cell: ({ ground }) => <Ground lang={lang} ground={ground} /> },
  ];
}

function Ground({ lang, ground }: { readonly lang: Lang; readonly ground: string | null }) {
  const known = ground !== null && ground in REVOCATION_GROUNDS ? REVOCATION_GROUNDS[ground as RevocationGround] : null;
  if (!known) return "—";
  return <>{pick(lang, known)}<span lang="zh-CN" className="block text-sm text-ink-soft">{pick(lang, T.basis)}{lang === "zh" ? "：" : ": "}{known.basis}</span></>;
}
