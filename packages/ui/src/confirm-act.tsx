"use client";

import { useState, type ReactNode } from "react";
import { BoundAmount } from "./bound-amount.tsx";
import { Button } from "./button.tsx";
import { CircleCheckIcon } from "./icons/circle-check.tsx";
import { DefinitionList, type Definition } from "./definition-list.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorSummary, type SummaryItem } from "./error-summary.tsx";
import type { Amount } from "./format.ts";
import { pick, type Lang, type Text } from "./text.ts";

const BACK: Text = { zh: "返回修改", en: "Go back" };
const DONE: Text = { zh: "完成", en: "Close" };
const SENDING: Text = { zh: "正在提交…", en: "Sending…" };
const RECEIPT: Text = { zh: "已受理，回执如下", en: "Done. Your receipt" };
const BINDING: Text = { zh: "此操作具有约束力，提交后不能自行撤回。", en: "This binds you and cannot be withdrawn by yourself." };

export type ConfirmActProps = {
  readonly lang: Lang;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence that repeats what will happen: 您将以 ¥1,200,000.00 参与“……”的竞价。 */
  readonly sentence: ReactNode;
  readonly amount?: Amount;
  /** What the button does, with the amount: 出价 ¥1,200,000.00. */
  readonly action: string;
  readonly tone?: "primary" | "live" | "danger";
  readonly binding?: boolean;
  readonly pending: boolean;
  readonly problems: readonly SummaryItem[];
  readonly onConfirm: () => void;
  /** Given once the act is done: number, time, by whom. */
  readonly receipt?: readonly Definition[] | null;
};

/** A binding act: a confirmation that repeats in one sentence what will happen, then a receipt in the same place. */
export function ConfirmAct({ lang, open, onClose, title, sentence, amount, action, tone = "primary", binding = true, pending, problems, onConfirm, receipt }: ConfirmActProps) {
  return (
    <Dialog
      lang={lang}
      open={open}
      onClose={onClose}
      title={title}
      footer={
        receipt ? (
          <Button tone="primary" onClick={onClose}>{pick(lang, DONE)}</Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={pending}>{pick(lang, BACK)}</Button>
            <Button tone={tone} onClick={onConfirm} pending={pending} pendingText={pick(lang, SENDING)}>{action}</Button>
          </>
        )
      }
    >
      {receipt ? (
        <div role="status" className="grid gap-4">
          <p className="flex items-center gap-2 font-medium text-done"><CircleCheckIcon />{pick(lang, RECEIPT)}</p>
          <DefinitionList items={receipt} />
        </div>
      ) : (
        <div className="grid gap-4">
          <ErrorSummary lang={lang} items={problems} />
          <div>{sentence}</div>
          {amount === undefined ? null : <BoundAmount amount={amount} />}
          {binding ? <p className="text-sm text-due">{pick(lang, BINDING)}</p> : null}
        </div>
      )}
    </Dialog>
  );
}

/** Opens a ConfirmAct from a button; keeps only whether it is open. `forget` takes back what was said of the last try. */
export function useConfirm(forget?: () => void) {
  const [open, setOpen] = useState(false);
  const ask = (): void => {
    forget?.();
    setOpen(true);
  };
  return { open, ask, close: () => setOpen(false) };
}
