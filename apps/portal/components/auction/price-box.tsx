"use client";

import { AUCTION_TEXTS } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { formatYuan } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { receiptRows } from "./receipt-rows.tsx";
import type { ActReceipt } from "./seal-box.tsx";
import { ST } from "./staged-texts.ts";
import { takeOver } from "./take-over.ts";

type Props = {
  readonly lang: Lang;
  readonly url: string;
  readonly bidderNo: string;
  readonly lotNo: string;
  /** The price that stands, or the least best bid. */
  readonly price: string;
  readonly kind: "TAKE" | "BEST";
  readonly top: string | null;
  /** He is asked to confirm: nothing is taken from under him until he has read what came of it. */
  readonly onAsk: () => void;
  readonly onDone: () => void;
};

/** One button with the price on it: accepts a falling price, or places the best bid. */
export function PriceBox({ lang, url, bidderNo, lotNo, price, kind, top, onAsk, onDone }: Props) {
  const { submit, problems, pending, reset } = useMutation<ActReceipt>(url);
  const confirm = useConfirm(reset);
  const [own, setOwn] = useState<string | null>(null);
  const [asked, setAsked] = useState(price);
  const [receipt, setReceipt] = useState<ActReceipt | null>(null);
  const say = (text: Text): string => pick(lang, text);
  const word = say(kind === "TAKE" ? ST.take : ST.best);

  function ask(value: string) {
    setReceipt(null);
    setAsked(value);
    onAsk();
    confirm.ask();
  }

  async function send() {
    const outcome = await submit({ price: asked });
    if (outcome.ok) setReceipt(outcome.value);
  }

  const hasMoved = kind === "TAKE" && confirm.open && !pending && receipt?.verdict !== "ACCEPTED" && asked !== price;
  const refusal = receipt?.verdict === "REFUSED" ? say(AUCTION_TEXTS[receipt.reason ?? "NOT_OPEN"]) : null;
  const bind = { action: `${word} ${formatYuan(asked)}`, tone: "live", problems: refusal === null ? (problems?.summary ?? []) : [{ message: refusal }], onConfirm: () => void send() } as const;
  return (
    <div className="grid gap-4">
      {kind === "BEST" ? (
        <>
          <p>{fillText(say(ST.bestText), { top: top === null ? "–" : formatYuan(top), minimum: formatYuan(price) })}</p>
          <MoneyInput id="best-amount" lang={lang} label={say(ST.amount)} defaultValue={price} onAmount={setOwn} />
          <Button tone="live" size="large" wide onClick={() => ask(own ?? price)}>{word} {formatYuan(own ?? price)}</Button>
        </>
      ) : (
        <Button tone="live" size="large" wide onClick={() => ask(price)}>{word} {formatYuan(price)}</Button>
      )}
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={() => {
          confirm.close();
          onDone();
        }}
        title={word}
        sentence={fillText(say(kind === "TAKE" ? ST.takeText : ST.bestConfirm), { no: bidderNo })}
        amount={asked}
        pending={pending}
        {...(hasMoved ? takeOver(lang, ST.moved, price, ask) : bind)}
        receipt={receipt?.verdict === "ACCEPTED" ? receiptRows(lang, lotNo, receipt, asked) : null}
      />
    </div>
  );
}
