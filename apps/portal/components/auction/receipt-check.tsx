"use client";

import { Button } from "@ttx/ui/button";
import { TextInput } from "@ttx/ui/text-input";
import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useRef, useState, type FormEvent } from "react";

const T = {
  label: { zh: "回执上的链上哈希", en: "Chain hash on the receipt" },
  hint: { zh: "64 位十六进制字符，出价成功后的回执上有。", en: "64 hexadecimal characters, on the receipt of every bid." },
  wrong: { zh: "应为 64 位十六进制字符，请核对。", en: "It should be 64 hexadecimal characters; please check." },
  check: { zh: "核对回执", en: "Check the receipt" },
  found: { zh: "在记录中：第 {n} 条，{no} 号竞买人，{at} 接收，{verdict}。", en: "In the log: entry {n}, bidder {no}, received {at}, {verdict}." },
  sealed: { zh: "在记录中：{no} 号竞买人，{at} 接收，{verdict}。密封报价结束前不公布条数和顺序。", en: "In the log: bidder {no}, received {at}, {verdict}. Number and order of sealed bids are told when all is over." },
  none: { zh: "本场记录中没有这个哈希。", en: "The log of this lot does not have this hash." },
  failed: { zh: "暂时无法核对，请稍后再试。", en: "It cannot be checked at the moment; please try again." },
} as const satisfies Record<string, Text>;
const VERDICTS: Readonly<Record<string, Text>> = {
  ACCEPTED: { zh: "已接受", en: "accepted" },
  MATCHED: { zh: "优先权人匹配，已接受", en: "accepted as a match" },
  REFUSED: { zh: "未接受", en: "refused" },
};

type Checked = { readonly found: false } | { readonly found: true; readonly sequence: number | null; readonly bidderNo: string | null; readonly receivedAt: string; readonly verdict: string | null };

/** Anybody who holds a receipt can ask whether its entry stands in the log. */
export function ReceiptCheck({ lang, auctionId }: { readonly lang: Lang; readonly auctionId: string }) {
  const [answer, setAnswer] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>();
  const form = useRef<HTMLFormElement>(null);
  const say = (text: Text): string => pick(lang, text);

  // A link from a receipt names its hash behind "#", which is sent to nobody.
  useEffect(() => {
    const [, named] = /^#receipt=([0-9a-f]{64})$/.exec(window.location.hash) ?? [];
    const box = form.current?.elements.namedItem("hash");
    if (named === undefined || !(box instanceof HTMLInputElement)) return;
    box.value = named;
    form.current?.requestSubmit();
  }, []);

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const hash = String(new FormData(event.currentTarget).get("hash") ?? "").trim().toLowerCase();
    setAnswer(null);
    setError(/^[0-9a-f]{64}$/.test(hash) ? undefined : say(T.wrong));
    if (!/^[0-9a-f]{64}$/.test(hash)) return;
    const response = await fetch(`/api/v1/auctions/${auctionId}/receipts/${hash}`, { headers: { accept: "application/json" } }).catch(() => null);
    const checked = response?.ok ? ((await response.json()) as Checked) : null;
    if (checked === null) return setAnswer(say(T.failed));
    if (!checked.found) return setAnswer(say(T.none));
    const { sequence, bidderNo, receivedAt, verdict } = checked;
    setAnswer(say(sequence === null ? T.sealed : T.found).replace("{n}", String(sequence)).replace("{no}", bidderNo ?? "–").replace("{at}", formatDateTime(receivedAt, lang, true)).replace("{verdict}", say(VERDICTS[verdict ?? "ACCEPTED"]!)));
  }

  return (
    <form ref={form} onSubmit={(event) => void check(event)} noValidate className="grid gap-4">
      <TextInput id="hash" label={say(T.label)} hint={say(T.hint)} error={error} autoComplete="off" spellCheck={false} maxLength={80} />
      <div><Button type="submit" tone="secondary">{say(T.check)}</Button></div>
      <p role="status" className="break-words empty:hidden">{answer}</p>
    </form>
  );
}
