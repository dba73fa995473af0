"use client";

import { useEffect, useRef } from "react";
import { CircleAlertIcon } from "./icons/circle-alert.tsx";
import { pick, type Lang, type Text } from "./text.ts";

const TITLE: Text = { zh: "请先更正以下内容", en: "Please correct the following" };
const REFUSED: Text = { zh: "未能办理", en: "Not done" };

export type SummaryItem = { readonly fieldId?: string; readonly message: string };

export type ErrorSummaryProps = {
  readonly lang: Lang;
  readonly items: readonly SummaryItem[];
  readonly title?: string;
  /** A number to quote when asking for help. */
  readonly reference?: string;
};

/** All that is wrong, on top, in the same words as at the fields; takes the focus when it appears. */
export function ErrorSummary({ lang, items, title, reference }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (items.length > 0) box.current?.focus();
  }, [items]);
  if (items.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="grid gap-2 rounded border border-live-line border-l-4 border-l-live bg-live-soft p-4">
      <h2 className="flex items-center gap-2 font-medium text-live">
        <CircleAlertIcon />
        {title ?? pick(lang, items.some(({ fieldId }) => fieldId) ? TITLE : REFUSED)}
      </h2>
      <ul className="grid gap-1 pl-7">
        {items.map((item) => (
          <li key={`${item.fieldId ?? ""} ${item.message}`}>
            {item.fieldId ? (
              <a
                className="link"
                href={`#${item.fieldId}`}
                onClick={(event) => {
                  const field = document.getElementById(item.fieldId ?? "");
                  if (!field) return;
                  event.preventDefault();
                  field.focus();
                  field.scrollIntoView({ block: "center" });
                }}
              >
                {item.message}
              </a>
            ) : (
              item.message
            )}
          </li>
        ))}
      </ul>
      {reference ? <p className="pl-7 text-sm text-ink-soft">{lang === "zh" ? "问题编号：" : "Reference: "}<span className="font-mono">{reference}</span></p> : null}
    </div>
  );
}
