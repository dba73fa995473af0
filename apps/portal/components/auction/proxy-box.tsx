"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { formatYuan, toFen } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  title: { zh: "自动出价", en: "Automatic bidding" },
  set: { zh: "已设置自动出价上限，平台在上限内替您加价。", en: "A limit is set; up to it the platform bids for you." },
  limit: { zh: "自动出价上限", en: "Limit" },
  hint: { zh: "加密保存，任何人（包括主持人和平台人员）都看不到。被超过时，平台按加价幅度替您出价，最高到此金额。", en: "Kept encrypted; nobody, neither auctioneer nor staff, can see it. When you are outbid, the platform bids for you by the increments, up to this amount." },
  low: { zh: "低于下一口价 {minimum}，上限不会起作用", en: "Below the next minimum of {minimum}; such a limit would do nothing" },
  save: { zh: "设置上限", en: "Set the limit" },
  end: { zh: "取消自动出价", en: "End automatic bidding" },
  sentence: { zh: "平台将在此上限内替您出价。每次自动出价与您本人出价效力相同，不得撤回；上限可随时取消或更改，已经出的价不受影响。", en: "Up to this limit the platform bids for you. Each automatic bid binds you like your own and cannot be withdrawn; the limit itself can be ended or changed at any time." },
  done: { zh: "状态", en: "State" },
  leading: { zh: "您目前领先", en: "You are leading" },
  behind: { zh: "已设置，您目前未领先", en: "Set; you are not leading" },
} as const satisfies Record<string, Text>;

type Answer = { readonly isSet: boolean; readonly leads: boolean };
type Props = { readonly lang: Lang; readonly auctionId: string; readonly hasProxy: boolean; readonly nextMinimum: string; readonly onChange: () => void };

/** The bidder's secret limit, where the announcement allows it. */
export function ProxyBox({ lang, auctionId, hasProxy, nextMinimum, onChange }: Props) {
  const { submit, problems, pending, done, reset } = useMutation<Answer>(`/api/v1/auctions/${auctionId}/proxy`, { method: "PUT" });
  const confirm = useConfirm(reset);
  const [limit, setLimit] = useState<string | null>(null);
  const say = (text: Text): string => pick(lang, text);

  async function send(value: string | null) {
    const outcome = await submit({ limit: value });
    if (outcome.ok) onChange();
  }

  const problem = limit !== null && toFen(limit) < toFen(nextMinimum) ? fillText(say(T.low), { minimum: formatYuan(nextMinimum) }) : undefined;
  return (
    <details className="rounded border border-line bg-surface p-3">
      <summary className="cursor-pointer text-sm text-brand">{say(T.title)}</summary>
      <div className="mt-3 grid gap-3">
        {hasProxy ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm">{say(T.set)}</p>
            <Button size="small" pending={pending && !confirm.open} onClick={() => void send(null)}>{say(T.end)}</Button>
          </div>
        ) : null}
        <MoneyInput id="proxy-limit" lang={lang} label={say(T.limit)} hint={say(T.hint)} error={problem} onAmount={setLimit} />
        <Button
          tone="secondary"
          disabled={limit === null || problem !== undefined}
          onClick={confirm.ask}
        >
          {say(T.save)}
        </Button>
      </div>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={say(T.save)}
        sentence={say(T.sentence)}
        {...(limit === null ? {} : { amount: limit })}
        action={`${say(T.save)} ${limit === null ? "" : formatYuan(limit)}`}
        binding={false}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void send(limit)}
        receipt={done?.isSet === true ? [{ term: say(T.done), value: say(done.leads ? T.leading : T.behind) }] : null}
      />
    </details>
  );
}
