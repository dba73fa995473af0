import { APPEAL_STATE_LABELS, type AppealState } from "@ttx/domain/recognition/client";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDateTime } from "@ttx/ui/format";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { WordsAct } from "#components/words-act.tsx";
import { AP } from "./appeal-texts.ts";

type Appeal = { readonly id: string; readonly state: AppealState; readonly grounds: string; readonly dueAt: Date; readonly reasons: string | null };

export type OwnAppealProps = { readonly lang: Lang; readonly contractId: string; readonly version: number; readonly appeal: Appeal | null; readonly may: { readonly appeal: boolean; readonly withdrawAppeal: boolean } };

/** The applicant's appeal against a refusal: the way to it, and what became of it. */
export function OwnAppeal({ lang, contractId, version, appeal, may }: OwnAppealProps) {
  if (!appeal && !may.appeal) return null;
  return (
    <Panel title={pick(lang, AP.panel)} level={2}>
      <div className="grid gap-3">
        {appeal ? (
          <>
            <p className="font-medium">{pick(lang, APPEAL_STATE_LABELS[appeal.state])}</p>
            {appeal.state === "FILED" ? <p className="text-sm text-ink-soft">{fillText(pick(lang, AP.filed), { dueOn: formatDateTime(new Date(appeal.dueAt.getTime() - 60_000), lang) })}</p> : null}
            <p lang="zh-CN" className="text-sm whitespace-pre-line">{appeal.grounds}</p>
            {appeal.reasons ? <p lang="zh-CN" className="whitespace-pre-line">{pick(lang, AP.reasons)}{lang === "zh" ? "：" : ": "}{appeal.reasons}</p> : null}
          </>
        ) : null}
        {may.appeal ? <div><WordsAct lang={lang} url={`/api/v1/contracts/${contractId}/appeal`} label={pick(lang, AP.appeal)} sentence={pick(lang, AP.appealText)} field={{ name: "grounds", label: pick(lang, AP.grounds), rows: 8 }} body={{ version }} tone="primary" /></div> : null}
        {appeal && may.withdrawAppeal ? <div><WordsAct lang={lang} url={`/api/v1/appeals/${appeal.id}/withdraw`} label={pick(lang, AP.withdraw)} sentence={pick(lang, AP.withdrawText)} /></div> : null}
      </div>
    </Panel>
  );
}
