"use client";

import { AUCTION_TEXTS } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { href } from "#lang/href.ts";

const T = {
  title: { zh: "我的报价回执", en: "My receipts" },
  none: { zh: "还没有报价。", en: "No bids yet." },
  failed: { zh: "暂时无法读取回执，请稍后再试。", en: "The receipts cannot be read at the moment; please try again." },
  accepted: { zh: "已接受", en: "accepted" },
  refused: { zh: "未接受：{reason}", en: "refused: {reason}" },
  place: { zh: "第 {n} 条", en: "entry {n}" },
  automatic: { zh: "自动出价", en: "automatic" },
  check: { zh: "在公开页面核对", en: "Check on the public page" },
  BID: { zh: "出价", en: "Bid" },
  COMMITTED: { zh: "密封报价", en: "Sealed bid" },
  REVEALED: { zh: "开启报价", en: "Bid opened" },
  TAKEN: { zh: "接受价格", en: "Price accepted" },
  BEST: { zh: "最优报价", en: "Best bid" },
  ANSWERED: { zh: "优先购买权答复", en: "Answer by priority right" },
} as const satisfies Record<string, Text>;

type Own = { readonly sequence: number | null; readonly kind: string; readonly amount: string | null; readonly verdict: string | null; readonly reason: string | null; readonly isAutomatic: boolean; readonly receivedAt: string; readonly hash: string };

/** Every act of one's own organisation on the lot with what the log says of it, to be checked by anybody at any time. */
export function MyReceipts({ lang, auctionId, version }: { readonly lang: Lang; readonly auctionId: string; readonly version: string }) {
  const [isOpen, setOpen] = useState(false);
  const [own, setOwn] = useState<readonly Own[] | "failed" | null>(null);
  const say = (text: Text): string => pick(lang, text);
  useEffect(() => {
    if (!isOpen) return;
    void fetch(`/api/v1/auctions/${auctionId}/mine/receipts`, { credentials: "same-origin", headers: { accept: "application/json" } })
      .then(async (answer) => setOwn(answer.ok ? ((await answer.json()) as { readonly items: readonly Own[] }).items : "failed"))
      .catch(() => setOwn("failed"));
  }, [auctionId, isOpen, version]);
  return (
    <details className="rounded border border-line bg-surface p-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-sm text-brand">{say(T.title)}</summary>
      <div className="mt-3 text-sm" role="status">
        {own === null ? null : own === "failed" ? <p>{say(T.failed)}</p> : own.length === 0 ? <p className="text-ink-soft">{say(T.none)}</p> : (
          <ol className="divide-y divide-line">
            {own.map((one) => <li key={one.hash} className="grid gap-1 py-3 first:pt-0 last:pb-0"><Receipt lang={lang} auctionId={auctionId} one={one} /></li>)}
          </ol>
        )}
      </div>
    </details>
  );
}

function Receipt({ lang, auctionId, one }: { readonly lang: Lang; readonly auctionId: string; readonly one: Own }) {
  const say = (text: Text): string => pick(lang, text);
  const what = one.kind in T ? say(T[one.kind as keyof typeof T]) : one.kind;
  const reason = one.reason !== null && one.reason in AUCTION_TEXTS ? say(AUCTION_TEXTS[one.reason as keyof typeof AUCTION_TEXTS]) : one.reason;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4"><span>{what}{one.isAutomatic ? `（${say(T.automatic)}）` : ""}</span>{one.amount === null ? null : <span className="tabular font-medium">{formatYuan(one.amount)}</span>}</p>
      <p className="text-ink-soft"><time className="tabular" dateTime={one.receivedAt}>{formatDateTime(one.receivedAt, lang, true)}</time>{one.sequence === null ? null : ` · ${fillText(say(T.place), { n: one.sequence })}`}{one.verdict === null ? null : ` · ${one.verdict === "REFUSED" ? fillText(say(T.refused), { reason: reason ?? "" }) : say(T.accepted)}`}</p>
      <p><code className="text-xs break-all">{one.hash}</code></p>
      <p><a className="link" href={`${href(lang, `/auctions/${auctionId}/verify`)}#receipt=${one.hash}`}>{say(T.check)}</a></p>
    </>
  );
}
