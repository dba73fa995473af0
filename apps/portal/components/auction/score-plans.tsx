"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  bidder: { zh: "竞买号 {no} 的方案", en: "Plan of bidder {no}" },
  scored: { zh: "已有 {count} 人评分，共需 {of} 人", en: "{count} of {of} scorers have scored it" },
  mine: { zh: "您已评分。", en: "You have scored it." },
  points: { zh: "分（0–100）", en: "points (0–100)" },
  save: { zh: "提交评分", en: "Submit the points" },
  hint: { zh: "评分提交后不能更改；全部评分完成后自动进入开标。", en: "Points cannot be changed; with the last of them the bids are opened." },
} as const satisfies Record<string, Text>;

type Plan = { readonly bidderNo: string; readonly plan: string; readonly scored: number; readonly isMine: boolean };
type Item = { readonly code: string; readonly name: string };
type Props = { readonly lang: Lang; readonly auctionId: string; readonly items: readonly Item[]; readonly scorers: number; readonly plans: readonly Plan[] };

/** The plans of a weighted procedure, one form each, by bidder number. */
export function ScorePlans({ lang, auctionId, items, scorers, plans }: Props) {
  return (
    <div className="grid gap-5">
      <p className="text-sm text-ink-soft">{pick(lang, T.hint)}</p>
      {plans.map((plan) => <ScorePlan key={plan.bidderNo} lang={lang} auctionId={auctionId} items={items} scorers={scorers} plan={plan} />)}
    </div>
  );
}

function ScorePlan({ lang, auctionId, items, scorers, plan }: Omit<Props, "plans"> & { readonly plan: Plan }) {
  const { submit, problems, pending } = useMutation(`/api/v1/auctions/${auctionId}/scores`);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);

  async function send() {
    const points = Object.fromEntries(items.map(({ code }) => [code, Math.round(Number(typed[code] ?? Number.NaN) * 100)]));
    const outcome = await submit({ bidderNo: plan.bidderNo, points });
    if (outcome.ok) router.refresh();
  }

  return (
    <div className="grid gap-3 rounded border border-line p-3">
      <h3 className="font-medium">{fillText(say(T.bidder), { no: plan.bidderNo })}</h3>
      <p lang="zh-CN" className="whitespace-pre-line">{plan.plan}</p>
      <p className="text-sm text-ink-soft">{fillText(say(T.scored), { count: plan.scored, of: scorers })}</p>
      {plan.isMine ? <p className="text-sm text-done">{say(T.mine)}</p> : (
        <>
          <ErrorSummary lang={lang} items={problems?.summary ?? []} />
          {items.map(({ code, name }) => (
            <TextInput key={code} id={`${plan.bidderNo}-${code}`} inputMode="decimal" label={name} unit={say(T.points)} value={typed[code] ?? ""} onChange={(event) => setTyped({ ...typed, [code]: event.target.value })} />
          ))}
          <div><Button tone="primary" pending={pending} onClick={() => void send()}>{say(T.save)}</Button></div>
        </>
      )}
    </div>
  );
}
