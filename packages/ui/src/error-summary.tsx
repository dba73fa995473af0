"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
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

/** All that is wrong, on top, in the same words as at the fields and with their names; takes the focus when it appears. */
export function ErrorSummary({ lang, items, title, reference }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  useLayoutEffect(() => setNames(items.map(({ fieldId, message }) => nameOf(fieldId, message))), [items]);
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
        {items.map((item, at) => (
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
                {names[at] ? `${names[at]}${lang === "zh" ? "：" : ": "}` : ""}{item.message}
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

/** What the field is called, where the message does not say so itself: 请填写这一项 may be said of several. */
function nameOf(fieldId: string | undefined, message: string): string {
  const field = fieldId === undefined ? null : document.getElementById(fieldId);
  const label = field?.querySelector(":scope > legend") ?? (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement ? field.labels?.[0] : undefined);
  const name = label?.firstChild?.textContent?.trim() ?? "";
  return message.toLowerCase().includes(name.toLowerCase()) ? "" : name;
}
