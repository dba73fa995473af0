"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { DefinitionList } from "@ttx/ui/definition-list";
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
  wrong: { zh: "请填写 0 至 100 的分数，最多两位小数。", en: "Give points from 0 to 100, with two decimals at most." },
  full: { zh: "评分人数已满。", en: "All its scores are given." },
  sentence: { zh: "您为该方案给出下列分数，提交后不能更改。", en: "You give this plan the points below; they cannot be changed." },
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

const POINTS = /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/;

function ScorePlan({ lang, auctionId, items, scorers, plan }: Omit<Props, "plans"> & { readonly plan: Plan }) {
  const { submit, problems, pending, reset } = useMutation(`/api/v1/auctions/${auctionId}/scores`);
  const confirm = useConfirm(reset);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  const pointsOf = (code: string): string => (typed[code] ?? "").trim();

  function ask() {
    const missing = new Set(items.map(({ code }) => code).filter((code) => !POINTS.test(pointsOf(code))));
    setWrong(missing);
    if (missing.size > 0) return;
    confirm.ask();
  }

  async function send() {
    const points = Object.fromEntries(items.map(({ code }) => [code, Math.round(Number(pointsOf(code)) * 100)]));
    const outcome = await submit({ bidderNo: plan.bidderNo, points });
    if (!outcome.ok) return;
    confirm.close();
    router.refresh();
  }

  return (
    <div className="grid gap-3 rounded border border-line p-3">
      <h3 className="font-medium">{fillText(say(T.bidder), { no: plan.bidderNo })}</h3>
      <p lang="zh-CN" className="whitespace-pre-line">{plan.plan}</p>
      <p className="text-sm text-ink-soft">{fillText(say(T.scored), { count: plan.scored, of: scorers })}</p>
      {plan.isMine ? <p className="text-sm text-done">{say(T.mine)}</p> : plan.scored >= scorers ? <p className="text-sm text-ink-soft">{say(T.full)}</p> : (
        <>
          {items.map(({ code, name }) => (
            <TextInput key={code} id={`${plan.bidderNo}-${code}`} inputMode="decimal" label={name} unit={say(T.points)} error={wrong.has(code) ? say(T.wrong) : undefined} value={typed[code] ?? ""} onChange={(event) => setTyped({ ...typed, [code]: event.target.value })} />
          ))}
          <div><Button tone="primary" onClick={ask}>{say(T.save)}</Button></div>
        </>
      )}
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={fillText(say(T.bidder), { no: plan.bidderNo })}
        sentence={<><p>{say(T.sentence)}</p><DefinitionList items={items.map(({ code, name }) => ({ term: name, value: <span className="tabular">{pointsOf(code)}</span> }))} /></>}
        action={say(T.save)}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void send()}
      />
    </div>
  );
}
