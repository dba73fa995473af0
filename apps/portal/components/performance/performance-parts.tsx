import type { readPerformance } from "@ttx/domain/performance";
import { BREACH_KIND_LABELS, BREACH_STATE_LABELS, ROYALTY_STATE_LABELS, type BreachKind } from "@ttx/domain/performance/client";
import { dayOf } from "@ttx/domain/shared/clock";
import { fillText } from "@ttx/domain/shared/texts";
import { formatBp, formatDay, formatYuan } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { CorrectReceipt, RecordReceipt, RegisterRoyalties, ReportRoyalty, RoyaltyActs } from "./money-acts.tsx";
import { P } from "./performance-texts.ts";
import { AddMilestone, BreachActs, ClaimBreach, ReachMilestone } from "./plan-acts.tsx";

export type Performance = Awaited<ReturnType<(typeof readPerformance)["run"]>>;
type Props = { readonly lang: Lang; readonly of: Performance };

const LIST = "grid rounded border border-line bg-surface text-sm";
const ROW = "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0";

export function Instalments({ lang, of }: Props) {
  return (
    <Section id="instalments" title={pick(lang, P.instalments)}>
      <ol className={LIST}>
        {of.instalments.map(({ no, dueOn, amountFen, openFen, estimated, overdue, note }) => (
          <li key={no} className={ROW}>
            <span><span className="font-medium">{fillText(pick(lang, P.instalmentNo), { no })}</span>{dueOn ? <span className="tabular ml-3">{formatDay(dueOn, lang)}</span> : null}{note ? <span lang="zh-CN" className="ml-3 text-ink-soft">{note}</span> : null}</span>
            <span className="flex flex-wrap items-center gap-3">
              {estimated ? <StatusTag tone="draft">{pick(lang, P.estimated)}</StatusTag> : overdue ? <StatusTag tone="due">{pick(lang, P.late)}</StatusTag> : null}
              <Money lang={lang} amount={amountFen} />
              {openFen > 0n ? <span className="text-ink-soft">{pick(lang, P.open)} <Money lang={lang} amount={openFen} /></span> : <StatusTag tone="done">{pick(lang, P.received)}</StatusTag>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Receipts({ lang, of }: Props) {
  const record = of.may.recordReceipt ? <RecordReceipt lang={lang} contractId={of.contractId} today={dayOf(of.now)} instalments={of.instalments.filter(({ openFen }) => openFen > 0n).map(({ no }) => no)} royalties={of.royalties.filter(({ state }) => state === "CONFIRMED").map(({ no }) => no)} /> : null;
  return (
    <Section id="receipts" title={pick(lang, P.receipts)} actions={record}>
      {of.receipts.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, P.noReceipts)}</p> : (
        <ol className={LIST}>
          {of.receipts.map(({ no, receivedOn, amountFen, technicalFen, instalmentNo, royaltyNo, note, correctsNo, corrected }) => (
            <li key={no} className={ROW}>
              <span className="min-w-0"><span className="tabular">{formatDay(receivedOn, lang)}</span><span className="ml-3 text-ink-soft">{correctsNo !== null ? fillText(pick(lang, P.correction), { no: correctsNo }) : instalmentNo !== null ? fillText(pick(lang, P.instalmentNo), { no: instalmentNo }) : royaltyNo !== null ? fillText(pick(lang, P.royaltyNo), { no: royaltyNo }) : ""}</span>{note ? <span lang="zh-CN" className="ml-3 text-ink-soft">{note}</span> : null}</span>
              <span className="flex flex-wrap items-center gap-3">
                <Money lang={lang} amount={amountFen} />
                {technicalFen === null ? null : <span className="text-ink-soft">{pick(lang, P.income)} <Money lang={lang} amount={technicalFen} /></span>}
                {corrected ? <StatusTag tone="ended">{pick(lang, P.corrected)}</StatusTag> : correctsNo === null && of.may.recordReceipt ? <CorrectReceipt lang={lang} contractId={of.contractId} no={no} /> : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

export function Milestones({ lang, of }: Props) {
  const planned = of.milestones.filter(({ doneOn }) => doneOn === null).map(({ title, dueOn }) => ({ title, dueOn }));
  return (
    <Section id="milestones" title={pick(lang, P.milestones)} actions={of.may.plan ? <AddMilestone lang={lang} contractId={of.contractId} planned={planned} /> : null}>
      {of.milestones.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, P.noMilestones)}</p> : (
        <ol className={LIST}>
          {of.milestones.map(({ no, title, dueOn, doneOn }) => (
            <li key={no} className={ROW}>
              <span><span lang="zh-CN" className="font-medium">{title}</span><span className="tabular ml-3 text-ink-soft">{formatDay(dueOn, lang)}</span></span>
              {doneOn !== null ? <StatusTag tone="done">{fillText(pick(lang, P.reached), { on: formatDay(doneOn, lang) })}</StatusTag> : (
                <span className="flex items-center gap-3">{dueOn < dayOf(of.now) ? <StatusTag tone="due">{pick(lang, P.late)}</StatusTag> : null}{of.may.plan ? <ReachMilestone lang={lang} contractId={of.contractId} no={no} today={dayOf(of.now)} /> : null}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

export function Royalties({ lang, of }: Props) {
  if (of.payment !== "3" && of.payment !== "4") return null;
  return (
    <Section id="royalties" title={pick(lang, P.royalties)} actions={of.may.reportRoyalty ? <ReportRoyalty lang={lang} contractId={of.contractId} today={dayOf(of.now)} /> : null}>
      {of.royalties.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, P.noRoyalties)}</p> : (
        <ol className={LIST}>
          {of.royalties.map(({ no, state, periodFrom, periodTo, baseFen, rateBp, amountFen, note, answer }) => (
            <li key={no} className={ROW}>
              <span className="min-w-0"><span className="tabular font-medium">{formatDay(periodFrom, lang)} – {formatDay(periodTo, lang)}</span><span className="ml-3 text-ink-soft">{formatYuan(baseFen)} × {formatBp(rateBp)}</span>{note ? <span lang="zh-CN" className="ml-3 text-ink-soft">{note}</span> : null}{answer ? <span lang="zh-CN" className="block text-due">{answer}</span> : null}</span>
              <span className="flex flex-wrap items-center gap-3"><Money lang={lang} amount={amountFen} /><StatusTag tone={state === "CONFIRMED" ? "done" : state === "QUESTIONED" ? "due" : "waiting"}>{pick(lang, ROYALTY_STATE_LABELS[state])}</StatusTag><RoyaltyActs lang={lang} contractId={of.contractId} no={no} state={state} may={of.may} /></span>
            </li>
          ))}
        </ol>
      )}
      {of.royaltyChange === null ? null : (
        <Panel tone="due">
          <p className="mb-3">{fillText(pick(lang, P.registerText), { amount: formatYuan(of.royaltyChange.turnover) })}</p>
          {of.may.requestChange ? <RegisterRoyalties lang={lang} contractId={of.contractId} version={of.contractVersion} form={of.royaltyChange} /> : null}
        </Panel>
      )}
    </Section>
  );
}

export function Breaches({ lang, of }: Props) {
  return (
    <Section id="breaches" title={pick(lang, P.breaches)} actions={of.may.claimBreach ? <ClaimBreach lang={lang} contractId={of.contractId} /> : null}>
      {of.breaches.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, P.noBreaches)}</p> : (
        <ol className={LIST}>
          {of.breaches.map(({ no, state, bySide, kind, facts, answer, outcome, answerDueAt }) => (
            <li key={no} className="grid gap-2 border-b border-line px-4 py-3 last:border-b-0">
              <div className="flex flex-wrap items-center gap-3">
                <StatusTag tone={state === "CLAIMED" ? "due" : state === "ANSWERED" ? "waiting" : state === "DISPUTED" ? "refused" : "done"}>{pick(lang, BREACH_STATE_LABELS[state])}</StatusTag>
                <span className="font-medium">{pick(lang, BREACH_KIND_LABELS[kind as BreachKind])}</span>
                <span className="text-ink-soft">{pick(lang, bySide === "SELLER" ? P.bySeller : P.byBuyer)}</span>
                {state === "CLAIMED" ? <span className="text-due">{fillText(pick(lang, P.answerBy), { on: formatDay(dayOf(new Date(answerDueAt.getTime() - 1)), lang) })}</span> : null}
              </div>
              <p lang="zh-CN" className="whitespace-pre-line">{facts}</p>
              {answer ? <p lang="zh-CN" className="whitespace-pre-line text-ink-soft">{pick(lang, P.answer)}：{answer}</p> : null}
              {outcome ? <p lang="zh-CN" className="text-ink-soft">{pick(lang, P.outcome)}：{outcome}</p> : null}
              {of.may.claimBreach ? <div><BreachActs lang={lang} contractId={of.contractId} no={no} state={state} mine={(bySide === "SELLER") === (of.side === "seller")} /></div> : null}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
