"use client";

import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { R } from "./registration-texts.ts";

const KEPT = "registration.keys";

export type DeskKeysProps = {
  readonly lang: Lang;
  readonly nextHref?: string;
  readonly previousHref?: string;
  /** The list without the open file. */
  readonly closeHref?: string;
};

/** Typed text and open dialogs have their own keys. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-desk-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by))]?.focus();
}

/**
 * Single keys for people who decide hundreds of files a day; whoever is disturbed by them turns them off, and that is kept
 * (WCAG 2.1.4). A button with `data-key` is pressed by its key.
 */
export function DeskKeys({ lang, nextHref, previousHref, closeHref }: DeskKeysProps) {
  const [on, setOn] = useState(true);
  const router = useRouter();
  useEffect(() => setOn(localStorage.getItem(KEPT) !== "off"), []);

  useEffect(() => {
    if (!on) return;
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const key = event.key.toLowerCase();
      const goTo = key === "j" ? nextHref : key === "k" ? previousHref : key === "escape" ? closeHref : undefined;
      if (goTo) router.push(goTo, { scroll: false });
      else if (key === "j" || key === "k") moveFocus(key === "j" ? 1 : -1);
      else if (key === "/") document.querySelector<HTMLInputElement>("[data-desk-search]")?.focus();
      else {
        const button = /^[a-z]$/.test(key) ? document.querySelector<HTMLButtonElement>(`[data-key="${key}"]:not(:disabled)`) : null;
        if (!button) return;
        button.click();
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on, nextHref, previousHref, closeHref, router]);

  return (
    <p className="hidden flex-wrap items-center gap-x-3 text-sm text-ink-soft lg:flex">
      <button
        type="button"
        aria-pressed={on}
        className="link"
        onClick={() => {
          localStorage.setItem(KEPT, on ? "off" : "on");
          setOn(!on);
        }}
      >
        {pick(lang, R.keys)} {pick(lang, on ? R.keysOn : R.keysOff)}
      </button>
      {on ? <span>{pick(lang, R.keysHelp)}</span> : null}
    </p>
  );
}

/** The key on a button. */
export function KeyHint({ name }: { readonly name: string }) {
  return <kbd aria-hidden="true" className="hidden min-w-5 rounded-sm border border-current px-1 text-center font-mono text-xs leading-4 opacity-80 lg:inline-block">{name.toUpperCase()}</kbd>;
}
