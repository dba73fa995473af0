import type { readDeal } from "@ttx/domain/deal";
import { FORFEIT_GROUND_LABELS } from "@ttx/domain/deposit/client";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { F } from "#components/money/forfeit-texts.ts";
import { href } from "#lang/href.ts";
import { X } from "./deal-money-texts.ts";

type Deal = Pick<Awaited<ReturnType<typeof readDeal.run>>, "id" | "may" | "forfeitedDepositId" | "lockedDepositId">;

/** How a deal ends badly: default, annulment, and what becomes of the deposit. */
export function DealEnding({ lang, deal }: { readonly lang: Lang; readonly deal: Deal }) {
  const { may, forfeitedDepositId, lockedDepositId } = deal;
  if (!may.default && !may.annul && !may.keepDeposit && forfeitedDepositId === null) return null;
  const reason = { name: "reason", label: pick(lang, X.reason), kind: "prose" } as const;
  return (
    <Panel title={pick(lang, X.endTitle)}>
      <div className="flex flex-wrap gap-3">
        {may.default ? <FormAct lang={lang} tone="danger" url={`/api/v1/deals/${deal.id}/default`} label={pick(lang, X.default)} sentence={pick(lang, X.defaultText)} fields={[reason]} /> : null}
        {may.annul ? <FormAct lang={lang} tone="danger" url={`/api/v1/deals/${deal.id}/annul`} label={pick(lang, X.annul)} sentence={pick(lang, X.annulText)} fields={[{ name: "ruling", label: pick(lang, X.ruling), kind: "line" }, reason]} /> : null}
        {may.keepDeposit && lockedDepositId !== null ? (
          <FormAct
            lang={lang} tone="danger" url={`/api/v1/deposits/${lockedDepositId}/forfeit`} label={pick(lang, F.decide)} sentence={pick(lang, F.decideText)}
            fields={[{ name: "ground", label: pick(lang, X.ground), kind: "choice", options: Object.entries(FORFEIT_GROUND_LABELS).map(([value, label]) => ({ value, label: pick(lang, label) })) }, reason]}
          />
        ) : null}
        {forfeitedDepositId === null ? null : <LinkButton size="small" href={href(lang, `/desk/forfeits/${forfeitedDepositId}`)}>{pick(lang, X.keep)}</LinkButton>}
      </div>
    </Panel>
  );
}
