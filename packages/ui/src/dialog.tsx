"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { XIcon } from "./icons/x.tsx";
import { cx } from "./cx.ts";
import { pick, type Lang, type Text } from "./text.ts";

const CLOSE: Text = { zh: "关闭", en: "Close" };

export type DialogProps = {
  readonly lang: Lang;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: "narrow" | "wide";
};

/** The browser's modal dialog: focus is kept inside and given back, Escape closes, the page behind is inert. */
export function Dialog({ lang, open, onClose, title, children, footer, width = "narrow" }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      className={cx("w-[calc(100vw-2rem)] rounded border border-line bg-surface p-0 text-ink shadow-over backdrop:bg-ink/45", width === "wide" ? "max-w-3xl" : "max-w-lg")}
    >
      {open ? (
        <div className="grid max-h-[85vh] grid-rows-[auto_1fr_auto]">
          <div className="flex items-start justify-between gap-4 border-b border-line px-5 py-4">
            <h2 id={titleId} className="text-lg font-semibold">{title}</h2>
            <button type="button" onClick={onClose} className="-m-1 rounded p-1 text-ink-soft hover:bg-sunken" aria-label={pick(lang, CLOSE)}><XIcon /></button>
          </div>
          <div className="overflow-y-auto px-5 py-4">{children}</div>
          {footer ? <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-4">{footer}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
