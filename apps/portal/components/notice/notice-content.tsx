import { codeLabel } from "@ttx/domain/reference";
import { RELATION_LABELS } from "@ttx/domain/agreed-price/client";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { capitalYuan } from "@ttx/ui/capital-yuan";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDay } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { pick, type Lang } from "@ttx/ui/text";
import { projectContractFacts } from "#components/project-contract/project-contract-line.tsx";
import { FEE, VenueFee } from "#components/rules/venue-fee.tsx";
import { href } from "#lang/href.ts";
import { modeText } from "./mode-text.ts";
import { N } from "./notice-texts.ts";

type Party = { readonly name: string; readonly nameEn: string | null };

export type NoticeContentData = {
  readonly no: string;
  readonly resultId: string;
  readonly abstract: string;
  readonly rights: readonly { readonly kind: string; readonly number: string | null; readonly title: string }[];
  readonly completers: readonly { readonly name: string; readonly unit: string | null }[];
  readonly seller: Party;
  readonly buyer: Party;
  readonly venue: (Party & { readonly id: string }) | null;
  readonly publishedAt: Date | null;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  readonly priceFen: bigint;
  readonly paymentForm: string;
  readonly priceBasis: string;
  readonly related: boolean;
  readonly relatedNatures: readonly (keyof typeof RELATION_LABELS)[];
  readonly decisionBody: string;
  readonly directApproval: string;
  readonly decisionOn: string;
  readonly objectionChannel: string;
  readonly unitPlace: string;
  readonly dutySource: string;
};

/** What a notice says: the result, the terms, the ties between the parties. The same words for readers and for its two sides. */
export async function NoticeContent({ lang, notice }: { readonly lang: Lang; readonly notice: NoticeContentData }) {
  const name = ({ name: zh, nameEn }: Party): string => (lang === "en" && nameEn) || zh;
  return (
    <>
      <Section id="result" title={pick(lang, N.what)} more={{ href: href(lang, `/results/${notice.resultId}`), label: pick(lang, N.result) }}>
        <p lang="zh-CN" className="prose-column whitespace-pre-line">{notice.abstract}</p>
        <DefinitionList
          items={[
            {
              term: pick(lang, N.rights),
              value: notice.rights.length === 0 ? "—" : (
                <ul className="grid gap-1">
                  {notice.rights.map((right, i) => <li key={i}><span lang="zh-CN">{right.title}</span> <span className="text-sm text-ink-soft">{pick(lang, codeLabel("ip-kinds", right.kind))} <span className="tabular">{right.number}</span></span></li>)}
                </ul>
              ),
            },
            { term: pick(lang, N.completers), value: <span lang="zh-CN">{notice.completers.map((one) => (one.unit ? `${one.name}（${one.unit}）` : one.name)).join("、")}</span> },
          ]}
        />
      </Section>
      <Section id="terms" title={pick(lang, N.terms)}>
        <DefinitionList
          items={[
            { term: pick(lang, N.seller), value: name(notice.seller) },
            { term: pick(lang, N.buyer), value: name(notice.buyer) },
            { term: pick(lang, N.price), value: <span><Money lang={lang} amount={notice.priceFen} className="font-semibold" /><span className="block text-sm text-ink-soft">{capitalYuan(notice.priceFen)}</span></span> },
            { term: pick(lang, N.mode), value: modeText(lang, notice) },
            { term: pick(lang, N.paymentForm), value: notice.paymentForm },
            { term: pick(lang, N.priceBasis), value: <span className="whitespace-pre-line">{notice.priceBasis}</span> },
            { term: pick(lang, N.decision), value: `${notice.decisionBody}，${formatDay(notice.decisionOn, lang)}` },
            ...(notice.directApproval === "" ? [] : [{ term: pick(lang, N.directApproval), value: <span lang="zh-CN">{notice.directApproval}</span> }]),
            { term: pick(lang, N.unitPlace), value: notice.unitPlace },
            { term: pick(lang, N.objectionChannel), value: notice.objectionChannel },
            { term: pick(lang, N.venue), value: notice.venue ? name(notice.venue) : pick(lang, N.venueNone) },
            ...(notice.venue ? [{ term: pick(lang, FEE), value: <VenueFee lang={lang} venueId={notice.venue.id} priceFen={notice.priceFen} at={notice.publishedAt} /> }] : []),
            { term: pick(lang, N.number), value: <span className="tabular">{notice.no}</span> },
            ...(await projectContractFacts(lang, ANONYMOUS, notice.resultId)),
            { term: pick(lang, N.basis), value: <span lang="zh-CN">{notice.dutySource}</span> },
          ]}
        />
      </Section>
      <Panel title={pick(lang, N.related)} tone={notice.related ? "due" : "plain"}>
        {notice.related ? (
          <>
            <p>{pick(lang, N.relatedIntro)}</p>
            <ul className="mt-2 list-disc pl-5">{notice.relatedNatures.map((nature) => <li key={nature}>{pick(lang, RELATION_LABELS[nature])}</li>)}</ul>
          </>
        ) : (
          <p className="text-ink-soft">{pick(lang, N.relatedNone)}</p>
        )}
      </Panel>
    </>
  );
}
