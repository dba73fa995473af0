"use client";

import { useEffect } from "react";
import { CircleCheckIcon } from "./icons/circle-check.tsx";
import { CircleAlertIcon } from "./icons/circle-alert.tsx";
import { XIcon } from "./icons/x.tsx";
import { cx } from "./cx.ts";
import { pick, type Lang, type Text } from "./text.ts";

const CLOSE: Text = { zh: "关闭提示", en: "Dismiss" };

export type ToastProps = {
  readonly lang: Lang;
  /** null: nothing to say. The region itself stays in the page, so that the message is announced. */
  readonly message: string | null;
  readonly tone?: "done" | "problem";
  readonly onClose: () => void;
};

/** A short word after an act that needs no answer: 已保存. A problem stays until it is dismissed. */
export function Toast({ lang, message, tone = "done", onClose }: ToastProps) {
  useEffect(() => {
    if (!message || tone === "problem") return;
    const timer = setTimeout(onClose, 6000);
    return () => clearTimeout(timer);
  }, [message, tone, onClose]);
  return (
    <div role="status" aria-live="polite" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center">
      {message ? (
        <div className={cx("pointer-events-auto flex max-w-lg items-start gap-2 rounded border bg-surface px-4 py-3 shadow-over", tone === "done" ? "border-done-line" : "border-live-line")}>
          {tone === "done" ? <CircleCheckIcon className="mt-1 text-done" /> : <CircleAlertIcon className="mt-1 text-live" />}
          <p>{message}</p>
          <button type="button" onClick={onClose} aria-label={pick(lang, CLOSE)} className="rounded p-1 text-ink-soft hover:bg-sunken"><XIcon size={16} /></button>
        </div>
      ) : null}
    </div>
  );
}
