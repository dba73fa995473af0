"use client";

import { formatDateTime } from "@ttx/ui/format";
import { pick, type Text } from "@ttx/ui/text";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetDraft, keepDraft, keptDraft } from "./kept-draft.ts";
import type { Problems } from "./problem.ts";
import { send, type Method } from "./send.ts";
import { usePageLang } from "./use-mutation.ts";

const SAVING: Text = { zh: "正在保存…", en: "Saving…" };
const SAVED: Text = { zh: "已保存", en: "Saved" };
const HERE: Text = { zh: "暂未连上服务器，已保存在本机，恢复后自动补存", en: "Not connected: kept on this device, and saved when the connection is back" };
const REFUSED: Text = { zh: "未能保存，内容已留在本机", en: "Not saved; what you typed is kept on this device" };

export type Autosave<Draft, Answer> = {
  readonly state: "untouched" | "saving" | "saved" | "kept-here" | "refused";
  /** What to say beside the form, for a status line. */
  readonly message: string;
  /** Why the server would not take it: somebody else wrote meanwhile, or an entry is wrong. */
  readonly problems: Problems | null;
  /** Call on each change, with all that has been typed. */
  readonly save: (draft: Draft) => void;
  /** Saves now what is not yet saved; what the server answered last, or null when it has not taken it. */
  readonly flush: () => Promise<Answer | null>;
  /** A draft on this device that the server never got; null when there is none. */
  readonly restored: Draft | null;
  /** After the form was sent. */
  readonly forget: () => void;
};

export type AutosaveOptions<Draft, Answer> = {
  readonly pauseMs?: number;
  readonly method?: Method;
  /** What is sent for a draft; the last answer tells, for instance, the version that it changes. */
  readonly bodyOf?: (draft: Draft, answered: Answer) => unknown;
  /** What the server would have answered for what the page came with. */
  readonly first: Answer;
};

type Sending<Draft> = { readonly draft: Draft; readonly key: string };

/**
 * Saves as one types: at once on the device, after a pause on the server, one save after the other. Typed text is never lost, not by a
 * closed tab nor a lost connection; a save that had no answer is sent again as it was, so that it is done once.
 */
export function useAutosave<Draft, Answer>(key: string, url: string, { pauseMs = 1200, method = "PUT", bodyOf, first }: AutosaveOptions<Draft, Answer>): Autosave<Draft, Answer> {
  const lang = usePageLang();
  const [state, setState] = useState<Autosave<Draft, Answer>["state"]>("untouched");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [restored, setRestored] = useState<Draft | null>(null);
  const answered = useRef(first);
  const latest = useRef<Sending<Draft> | null>(null);
  const unanswered = useRef<{ readonly sending: Sending<Draft>; readonly body: unknown } | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const body = useRef(bodyOf);
  useEffect(() => {
    body.current = bodyOf;
  }, [bodyOf]);

  // The device is asked after the first render, so that server and browser render the same.
  useEffect(() => setRestored(keptDraft<Draft>(key)), [key]);

  const sendOne = useCallback(
    async (sending: Sending<Draft>): Promise<boolean> => {
      setState("saving");
      const content = unanswered.current?.body ?? (body.current ? body.current(sending.draft, answered.current) : sending.draft);
      const outcome = await send<Answer>({ url, method, body: content, idempotencyKey: sending.key, lang });
      if (outcome.ok) {
        unanswered.current = null;
        answered.current = outcome.value;
        setProblems(null);
        if (latest.current === sending) {
          latest.current = null;
          forgetDraft(key);
          setSavedAt(new Date());
          setState("saved");
        }
        return true;
      }
      const noAnswer = outcome.problems.status === 0 || outcome.problems.status >= 500;
      unanswered.current = noAnswer ? { sending, body: content } : null;
      setProblems(noAnswer ? null : outcome.problems);
      setState(noAnswer ? "kept-here" : "refused");
      return false;
    },
    [key, url, method, lang],
  );

  const push = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    while (unanswered.current ?? latest.current) {
      const sending = unanswered.current?.sending ?? latest.current!;
      running.current = sendOne(sending);
      const taken = await running.current;
      running.current = null;
      if (!taken) {
        if (unanswered.current) timer.current = setTimeout(() => void push(), 10_000);
        return false;
      }
    }
    return true;
  }, [sendOne]);

  const save = useCallback(
    (draft: Draft) => {
      latest.current = { draft, key: crypto.randomUUID() };
      keepDraft(key, draft);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void push(), pauseMs);
    },
    [key, push, pauseMs],
  );

  const flush = useCallback(async () => ((await push()) ? answered.current : null), [push]);

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
    unanswered.current = null;
    forgetDraft(key);
    setRestored(null);
    setProblems(null);
    setState("untouched");
  }, [key]);

  return { state, message: messageOf(state), problems, save, flush, restored, forget };

  function messageOf(now: typeof state): string {
    switch (now) {
      case "untouched":
        return "";
      case "saving":
        return pick(lang, SAVING);
      case "kept-here":
        return pick(lang, HERE);
      case "refused":
        return pick(lang, REFUSED);
      case "saved":
        return savedAt ? `${pick(lang, SAVED)} ${formatDateTime(savedAt, lang, true)}` : pick(lang, SAVED);
    }
  }
}
