import { DEPOSIT_STATE_LABELS } from "@ttx/domain/deposit";
import { INTENT_STATE_LABELS, readIntent, type AnnouncedTerms } from "@ttx/domain/listing";
import { INTENT_RELATION_LABELS } from "@ttx/domain/listing/client";
import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { Timeline, type TimelineStep } from "@ttx/ui/timeline";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { ActButton } from "#components/account/act-button.tsx";
import { CompleteIntent } from "#components/listing/complete-intent.tsx";
import { I } from "#components/listing/intent-texts.ts";
import { T as L } from "#components/listing/listing-texts.ts";
import { filled, INTENT_TONES } from "#components/listing/listing-words.ts";
import { AwaitAdmission, PayDeposit } from "#components/listing/pay-deposit.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Intent = Awaited<ReturnType<typeof readIntent.run>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), I.title) };
}

export default async function IntentPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const intent = await readFor(await requireActor(lang), readIntent, { intentId: id });
  const { listing, may } = intent;
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/intents"), label: pick(lang, I.title) }, { label: listing.no }]}
        title={<span lang="zh-CN">{listing.title}</span>}
        status={<><StatusTag tone={INTENT_TONES[intent.state]}>{pick(lang, INTENT_STATE_LABELS[intent.state])}</StatusTag><span className="tabular text-sm text-ink-soft">{`${listing.no} · ${listing.venueName}`}</span></>}
        actions={<LinkButton href={href(lang, `/listings/${listing.listingId}`)}>{pick(lang, I.seeListing)}</LinkButton>}
      />
      <ExtensionBanner lang={lang} subjectIds={intent.deposit ? [intent.listing.listingId, intent.deposit.id] : [intent.listing.listingId]} />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-8">
          {intent.state === "RECONFIRM" ? <Reconfirm lang={lang} intent={intent} /> : null}
          {may.completeFiles ? <Section id="files" title={pick(lang, I.files)}><CompleteIntent lang={lang} intentId={intent.intentId} /></Section> : null}
          {intent.deposit ? <DepositPart lang={lang} intent={intent} /> : null}
          <Section id="registered" title={pick(lang, I.registeredStep)}>
            <DefinitionList
              items={filled([
                { term: pick(lang, I.registered), value: formatDateTime(intent.registeredAt, lang) },
                { term: pick(lang, I.bidderNo), value: intent.bidderNo === null ? null : <strong className="tabular text-lg">{intent.bidderNo}</strong> },
                { term: pick(lang, I.offer), value: intent.offerFen === null ? null : <Money lang={lang} amount={intent.offerFen} /> },
                { term: pick(lang, I.relations), value: intent.relations.length === 0 ? null : <ul className="grid gap-1">{intent.relations.map((relation) => <li key={relation}>{pick(lang, INTENT_RELATION_LABELS[relation])}</li>)}</ul> },
                { term: pick(lang, I.statement), value: intent.statement ? <span lang="zh-CN" className="whitespace-pre-line">{intent.statement}</span> : null },
              ])}
            />
          </Section>
        </div>
        <aside className="grid gap-4 xl:sticky xl:top-20">
          {intent.refusalReason ? <Panel tone="due"><p>{fillText(pick(lang, I.refused), { reason: intent.refusalReason })}</p></Panel> : null}
          <Panel title={pick(lang, I.steps)}><Timeline lang={lang} label={pick(lang, I.steps)} steps={steps(lang, intent)} /></Panel>
          {may.leave ? <Panel title={pick(lang, I.acts)}><ActButton lang={lang} url={`/api/v1/intents/${intent.intentId}/leave`} label={pick(lang, I.leave)} sentence={pick(lang, I.leaveText)} small={false} /></Panel> : null}
        </aside>
      </div>
    </div>
  );
}

function DepositPart({ lang, intent }: { readonly lang: Lang; readonly intent: Intent }) {
  const deposit = intent.deposit!;
  const isAwaited = deposit.state === "REQUESTED";
  return (
    <Section id="deposit" title={pick(lang, I.deposit)}>
      <div className="grid gap-5">
        <DefinitionList
          items={filled([
            { term: pick(lang, I.depositState), value: pick(lang, DEPOSIT_STATE_LABELS[deposit.state]) },
            { term: pick(lang, I.amount), value: <Money lang={lang} amount={deposit.amountFen} /> },
            { term: pick(lang, I.dueAt), value: isAwaited ? <span className="tabular">{formatDateTime(deposit.dueAt, lang)}</span> : null },
            { term: pick(lang, I.reference), value: isAwaited ? <code className="text-lg font-semibold tracking-wide">{deposit.reference}</code> : null },
            { term: pick(lang, I.account), value: !isAwaited ? null : intent.account ? <span lang="zh-CN">{`${intent.account.holder}　${intent.account.number}　${intent.account.bank}`}</span> : pick(lang, I.noAccount) },
            { term: pick(lang, I.payer), value: isAwaited ? pick(lang, I.payerText) : null },
            { term: pick(lang, I.heldAt), value: deposit.heldAt === null ? null : formatDateTime(deposit.heldAt, lang) },
            { term: pick(lang, I.refundDue), value: deposit.state === "REFUNDING" && deposit.refundDueAt ? formatDateTime(deposit.refundDueAt, lang) : null },
            { term: pick(lang, I.refundedAt), value: deposit.state === "REFUNDED" && deposit.endedAt ? formatDateTime(deposit.endedAt, lang) : null },
          ])}
        />
        {isAwaited && deposit.paused ? <p className="text-sm text-due">{pick(lang, I.paused)}</p> : null}
        {intent.mayPayInstantly && !deposit.paused && intent.now < deposit.dueAt ? <div className="max-w-md"><PayDeposit lang={lang} depositId={deposit.id} amount={toYuanText(deposit.amountFen)} /></div> : null}
        {deposit.state === "HELD" && intent.state === "QUALIFIED" ? <AwaitAdmission lang={lang} /> : null}
      </div>
    </Section>
  );
}

/** Old and new terms side by side, and the act that accepts the new ones. */
function Reconfirm({ lang, intent }: { readonly lang: Lang; readonly intent: Intent }) {
  const { acceptedTerms, currentTerms } = intent;
  const rows = changes(lang, acceptedTerms.terms, currentTerms.terms);
  return (
    <Panel title={pick(lang, I.changed)} tone="due">
      <div className="grid gap-4">
        <p>{pick(lang, I.changedText)}</p>
        <Table
          caption={pick(lang, I.changed)}
          columns={[
            { key: "item", label: pick(lang, I.item), head: true, cell: (row: Change) => row.item },
            { key: "old", label: fillText(pick(lang, I.old), { no: acceptedTerms.no }), cell: (row: Change) => <span className="whitespace-pre-line">{row.old}</span> },
            { key: "new", label: fillText(pick(lang, I.new), { no: currentTerms.no }), cell: (row: Change) => <span className="font-medium whitespace-pre-line">{row.new}</span> },
          ]}
          rows={rows}
          rowKey={(row) => row.item}
        />
        {intent.may.reconfirm ? <div><ActButton lang={lang} tone="primary" small={false} url={`/api/v1/intents/${intent.intentId}/reconfirm`} label={pick(lang, I.confirmTerms)} sentence={fillText(pick(lang, I.confirmText), { no: currentTerms.no })} /></div> : null}
      </div>
    </Panel>
  );
}

type Change = { readonly item: string; readonly old: string; readonly new: string };

function changes(lang: Lang, old: AnnouncedTerms | null, now: AnnouncedTerms | null): Change[] {
  if (!old || !now) return [];
  const of = (terms: AnnouncedTerms): Record<string, string> => ({
    [pick(lang, L.price)]: formatYuan(terms.priceFen),
    [pick(lang, L.deposit)]: formatYuan(terms.depositFen),
    [pick(lang, L.period)]: fillText(pick(lang, L.periodDays), { days: terms.workingDays }),
    [pick(lang, L.payment)]: terms.paymentTerms || "—",
    [pick(lang, L.conditions)]: terms.buyerConditions.join("\n") || "—",
    [pick(lang, L.mode)]: terms.licenceYears === null ? "—" : String(terms.licenceYears),
  });
  const [before, after] = [of(old), of(now)];
  return Object.keys(after).flatMap((item) => (before[item] === after[item] ? [] : [{ item, old: before[item]!, new: after[item]! }]));
}

const OUT: ReadonlySet<string> = new Set(["REFUSED", "DROPPED", "RELEASED", "LOST"]);

function steps(lang: Lang, intent: Intent): TimelineStep[] {
  const { state, deposit } = intent;
  const isOut = OUT.has(state);
  const list: TimelineStep[] = [{ key: "registered", phase: "done", title: pick(lang, I.registeredStep), at: intent.registeredAt }];
  if (state === "REGISTERED") list.push({ key: "files", phase: "present", title: pick(lang, I.files) });
  if (intent.decidedAt) list.push({ key: "decided", phase: state === "REFUSED" ? "stopped" : "done", title: pick(lang, state === "REFUSED" ? INTENT_STATE_LABELS.REFUSED : I.qualified), at: intent.decidedAt });
  else if (state === "CHECKING") list.push({ key: "checking", phase: "present", title: pick(lang, I.checking), note: intent.decisionDueAt ? fillText(pick(lang, I.waitCheck), { due: formatDateTime(intent.decisionDueAt, lang) }) : undefined });
  if (deposit?.heldAt) list.push({ key: "held", phase: "done", title: pick(lang, I.paid), at: deposit.heldAt });
  else if (state === "QUALIFIED") list.push({ key: "pay", phase: "present", title: pick(lang, I.payDeposit), note: deposit ? formatDateTime(deposit.dueAt, lang) : undefined });
  if (intent.admittedAt) list.push({ key: "admitted", phase: "done", title: pick(lang, I.admitted), at: intent.admittedAt });
  if (state === "RECONFIRM") list.push({ key: "reconfirm", phase: "present", title: pick(lang, I.reconfirm) });
  if (isOut && state !== "REFUSED") list.push({ key: "ended", phase: "stopped", title: pick(lang, INTENT_STATE_LABELS[state]), at: intent.endedAt ?? undefined });
  else if (state === "WON") list.push({ key: "won", phase: "present", title: pick(lang, I.won) });
  else if (!isOut) list.push({ key: "end", phase: state === "ADMITTED" ? "present" : "coming", title: pick(lang, I.waitEnd), note: intent.listing.periodEndsAt ? formatDateTime(intent.listing.periodEndsAt, lang) : undefined });
  return list;
}
