"use client";

import { formatDateTime } from "@ttx/ui/format";
import { pick, type Text } from "@ttx/ui/text";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetDraft, keepDraft, keptDraft } from "./kept-draft.ts";
import { send } from "./send.ts";
import { usePageLang } from "./use-mutation.ts";

const SAVING: Text = { zh: "正在保存…", en: "Saving…" };
const SAVED: Text = { zh: "已保存", en: "Saved" };
const HERE: Text = { zh: "暂未连上服务器，已保存在本机，恢复后自动补存", en: "Not connected: kept on this device, and saved when the connection is back" };

export type Autosave<T> = {
  readonly state: "untouched" | "saving" | "saved" | "kept-here";
  /** What to say beside the form, for a status line. */
  readonly message: string;
  /** Call on each change, with all that has been typed. */
  readonly save: (draft: T) => void;
  /** A draft on this device that the server never got; null when there is none. */
  readonly restored: T | null;
  /** After the form was sent. */
  readonly forget: () => void;
};

/** Saves as one types: at once on the device, after a pause on the server. Typed text is never lost, not by a closed tab nor a lost connection. */
export function useAutosave<T>(key: string, url: string, { pauseMs = 1200 }: { readonly pauseMs?: number } = {}): Autosave<T> {
  const lang = usePageLang();
  const [state, setState] = useState<Autosave<T>["state"]>("untouched");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [restored, setRestored] = useState<T | null>(null);
  const latest = useRef<{ readonly draft: T; readonly round: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // The device is asked after the first render, so that server and browser render the same.
  useEffect(() => setRestored(keptDraft<T>(key)), [key]);

  const push = useCallback(async () => {
    const sending = latest.current;
    if (!sending) return;
    setState("saving");
    const outcome = await send({ url, method: "PUT", body: sending.draft, idempotencyKey: crypto.randomUUID(), lang });
    if (latest.current !== sending) return;
    if (outcome.ok) {
      latest.current = null;
      forgetDraft(key);
      setSavedAt(new Date());
      setState("saved");
    } else {
      setState("kept-here");
      timer.current = setTimeout(() => void push(), 10_000);
    }
  }, [key, url, lang]);

  const save = useCallback(
    (draft: T) => {
      latest.current = { draft, round: (latest.current?.round ?? 0) + 1 };
      keepDraft(key, draft);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void push(), pauseMs);
    },
    [key, push, pauseMs],
  );

  useEffect(() => {
    const again = () => void push();
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      clearTimeout(timer.current);
    };
  }, [push]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = null;
    forgetDraft(key);
    setRestored(null);
    setState("untouched");
  }, [key]);

  const message = state === "saving" ? pick(lang, SAVING) : state === "kept-here" ? pick(lang, HERE) : state === "saved" && savedAt ? `${pick(lang, SAVED)} ${formatDateTime(savedAt, lang, true)}` : "";
  return { state, message, save, restored, forget };
}
