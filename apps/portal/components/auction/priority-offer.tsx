"use client";

import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const T = {
  asked: { zh: "贵单位享有优先购买权（第 {rank} 顺位）。请在 {dueAt} 前答复是否以 {price} 受让，逾期视为放弃。", en: "You have a priority right (rank {rank}). Answer by {dueAt} whether you take the lot at {price}; silence is a waiver." },
  accept: { zh: "行使优先购买权", en: "Take the lot" },
  decline: { zh: "放弃", en: "Waive" },
  acceptText: { zh: "贵单位将以下列价格受让。顺位在先的优先权人放弃或逾期的，由贵单位成交；答复不能更改。", en: "You take the lot at the price below, unless a holder of an earlier rank does. An answer cannot be changed." },
  declineText: { zh: "贵单位放弃以下列价格受让的优先权利，答复不能更改。", en: "You waive the right to take the lot at the price below. An answer cannot be changed." },
  ACCEPT: { zh: "贵单位已答复：行使优先购买权。", en: "You have answered: you take the lot." },
  DECLINE: { zh: "贵单位已答复：放弃。", en: "You have answered: you waive." },
} as const satisfies Record<string, Text>;

export type OfferToMe = { readonly price: string | null; readonly dueAt: string; readonly isOpen: boolean; readonly answer: string | null };
type Said = "ACCEPT" | "DECLINE";

/** What a priority holder is asked after the close. */
export function PriorityOffer({ lang, auctionId, offer, rank, onAnswer }: { readonly lang: Lang; readonly auctionId: string; readonly offer: OfferToMe; readonly rank: number; readonly onAnswer: () => void }) {
  const { submit, problems, pending, reset } = useMutation(`/api/v1/auctions/${auctionId}/priority-answer`);
  const confirm = useConfirm(reset);
  const [said, setSaid] = useState<Said>("ACCEPT");
  const say = (text: Text): string => pick(lang, text);
  const price = offer.price ?? "0";

  function ask(answer: Said) {
    setSaid(answer);
    confirm.ask();
  }

  async function send() {
    const outcome = await submit({ answer: said, price });
    if (!outcome.ok) return;
    confirm.close();
    onAnswer();
  }

  if (offer.answer === "ACCEPT" || offer.answer === "DECLINE") return <p>{say(T[offer.answer])}</p>;
  if (!offer.isOpen) return null;
  return (
    <div className="grid gap-3">
      <p>{fillText(say(T.asked), { rank, dueAt: formatDateTime(offer.dueAt, lang), price: formatYuan(price) })}</p>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" onClick={() => ask("ACCEPT")}>{say(T.accept)}</Button>
        <Button onClick={() => ask("DECLINE")}>{say(T.decline)}</Button>
      </div>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={say(said === "ACCEPT" ? T.accept : T.decline)}
        sentence={say(said === "ACCEPT" ? T.acceptText : T.declineText)}
        amount={price}
        action={say(said === "ACCEPT" ? T.accept : T.decline)}
        tone={said === "ACCEPT" ? "primary" : "danger"}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void send()}
      />
    </div>
  );
}
