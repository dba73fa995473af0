import { CONTRACT_TEXTS, TEXT_FLAG_LABELS } from "@ttx/domain/contract/client";
import { CONDUCTS, RECORD_CLASSES } from "@ttx/domain/credit/client";
import { codeLabel } from "@ttx/domain/reference/client";
import type { readFile } from "@ttx/domain/recognition";
import { fillText, type Texts } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatBp, formatCount, formatDay, formatWan } from "@ttx/ui/format";
import { CircleAlertIcon } from "@ttx/ui/icons/circle-alert";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { Q } from "#components/consequence/texts.ts";
import { ContractState } from "#components/contract/contract-state.tsx";
import { FINDING_LABELS } from "./finding-labels.ts";
import { R } from "./registration-texts.ts";

export type DeskFile = Awaited<ReturnType<(typeof readFile)["run"]>>;

const SHARED: Texts = CONTRACT_TEXTS;

/** What the words of the text suggest, beside what was filed. */
export function TextHints({ lang, file }: { readonly lang: Lang; readonly file: DeskFile }) {
  const { proposal, form } = file;
  if (!proposal) return null;
  const same = proposal.type === form.contractType;
  return (
    <div className="grid gap-3 rounded border border-line bg-ground p-4 text-sm">
      <p className="font-medium">{pick(lang, R.hints)}</p>
      <DefinitionList
        items={[
          {
            term: pick(lang, R.proposedType),
            value: proposal.type === undefined ? pick(lang, R.proposedUnsure) : <>{pick(lang, codeLabel("contract-types", proposal.type))} <Beside lang={lang} same={same} /></>,
          },
          ...(proposal.turnoverFen === undefined ? [] : [{ term: pick(lang, R.proposedTurnover), value: <Compared lang={lang} fen={proposal.turnoverFen} filed={form.turnoverFen} /> }]),
          ...(proposal.technicalAmountFen === undefined ? [] : [{ term: pick(lang, R.proposedTechnical), value: <Compared lang={lang} fen={proposal.technicalAmountFen} filed={file.technicalFen} /> }]),
        ]}
      />
      {proposal.flags.length > 0 ? (
        <ul className="grid gap-1">
          {proposal.flags.map((flag) => (
            <li key={flag.code} className="flex items-start gap-2 text-due">
              <CircleAlertIcon size={16} className="mt-0.5 shrink-0" />
              <span>{pick(lang, TEXT_FLAG_LABELS[flag.code])}<span className="ml-2 text-ink-soft">{[flag.refusalReason, flag.basis].filter(Boolean).join(" · ")}</span></span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Compared({ lang, fen, filed }: { readonly lang: Lang; readonly fen: bigint; readonly filed: bigint | null }) {
  const same = fen === filed;
  return <><Money lang={lang} amount={fen} /> <Beside lang={lang} same={same} /></>;
}

function Beside({ lang, same }: { readonly lang: Lang; readonly same: boolean }) {
  const words = pick(lang, same ? R.asFiled : R.differs);
  return <span className={same ? "text-done" : "text-due"}>{lang === "zh" ? `（${words}）` : ` (${words})`}</span>;
}

/** Formal grounds and what the form's own checks say, with the ground of refusal each would be. */
export function Findings({ lang, file }: { readonly lang: Lang; readonly file: DeskFile }) {
  const { findings, problems } = file;
  if (findings.length === 0 && problems.length === 0) return <p className="text-sm text-done">{pick(lang, R.noFindings)}</p>;
  return (
    <ul className="grid gap-1 text-sm text-due">
      {findings.map((finding) => (
        <li key={finding.code} className="flex items-start gap-2"><CircleAlertIcon size={16} className="mt-0.5 shrink-0" /><span>{pick(lang, FINDING_LABELS[finding.code] ?? { zh: finding.code, en: finding.code })}<span className="ml-2 text-ink-soft">{finding.reason} · {finding.legalBasis}</span></span></li>
      ))}
      {problems.map((problem) => (
        <li key={`${problem.path} ${problem.code}`} className="flex items-start gap-2"><CircleAlertIcon size={16} className="mt-0.5 shrink-0" /><span>{fillText(SHARED[problem.code]?.[lang] ?? problem.code, problem.details ?? {})}<span className="ml-2 font-mono text-xs text-ink-soft">{problem.path}</span></span></li>
      ))}
    </ul>
  );
}

/** Files anywhere in the country that are like this one. */
export function LikeFiles({ lang, file }: { readonly lang: Lang; readonly file: DeskFile }) {
  if (file.likes.length === 0) return <p className="text-sm text-ink-soft">{pick(lang, R.noLikes)}</p>;
  return (
    <ul className="grid text-sm">
      {file.likes.map((like) => (
        <li key={like.contractId} className="grid gap-1 border-b border-line py-2 last:border-b-0">
          <div className="flex flex-wrap items-center gap-2">
            <StatusTag tone={like.kind === "SAME_CONTRACT" || like.kind === "SAME_TEXT" ? "refused" : like.kind === "SIMILAR_TEXT" ? "due" : "waiting"}>
              {fillText(pick(lang, R[like.kind]), { percent: formatBp(like.similarityBp ?? 0) })}
            </StatusTag>
            <ContractState lang={lang} state={like.state} />
            {like.registrationNo ? <span className="tabular text-ink-soft">{like.registrationNo}</span> : null}
          </div>
          <p lang="zh-CN">{like.projectName}</p>
          <p className="text-ink-soft">{[like.officeName, like.turnoverFen === null ? "" : formatWan(like.turnoverFen, lang)].filter(Boolean).join(" · ")}</p>
        </li>
      ))}
    </ul>
  );
}

/** What the register knows of each party on its side, and what the market has on its record. */
export function PartyHistories({ lang, file }: { readonly lang: Lang; readonly file: DeskFile }) {
  return (
    <ul className="grid gap-2 text-sm">
      {file.history.map((one) => (
        <li key={`${one.side}${one.name}`}>
          <p lang="zh-CN" className="font-medium">{one.name}</p>
          <p className="tabular text-ink-soft">
            {pick(lang, R.registeredCount)} {formatCount(one.registered)}{lang === "zh" ? `（${formatWan(one.registeredFen, lang)}）` : ` (${formatWan(one.registeredFen, lang)})`} · {pick(lang, R.pendingCount)} {formatCount(one.pending)} · {pick(lang, R.refusedCount)} {formatCount(one.refused)}
            {one.revoked > 0 ? <span className="font-medium text-live"> · {pick(lang, R.revokedCount)} {formatCount(one.revoked)}</span> : null}
          </p>
          {file.records.filter(({ name }) => name === one.name).map((record) => (
            <p key={record.recordId} className="flex flex-wrap items-center gap-x-2">
              <StatusTag tone="refused">{fillText(pick(lang, Q.partyRecord), { class: pick(lang, RECORD_CLASSES[record.recordClass]) })}</StatusTag>
              <span>{pick(lang, CONDUCTS[record.conduct])}</span>
              <span className="tabular text-ink-soft">{record.documentNo} · {fillText(pick(lang, Q.partyUntil), { until: formatDay(record.shownUntil, lang) })}</span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
