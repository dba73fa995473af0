"use client";

import { isLang, type Lang } from "@ttx/ui/text";
import { useParams } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { Problems } from "./problem.ts";
import { send, type Method, type Outcome } from "./send.ts";

export type Mutation<T> = {
  readonly submit: (body?: unknown) => Promise<Outcome<T>>;
  readonly problems: Problems | null;
  readonly pending: boolean;
  readonly done: T | null;
  readonly reset: () => void;
};

/** One act of the API: `const { submit, problems, pending, done } = useMutation<Published>(`/api/v1/listings/${id}/publish`)`. */
export function useMutation<T>(url: string, { method = "POST" }: { readonly method?: Method } = {}): Mutation<T> {
  const lang = usePageLang();
  const [state, setState] = useState<{ readonly problems: Problems | null; readonly pending: boolean; readonly done: T | null }>({ problems: null, pending: false, done: null });
  const attempt = useRef<{ readonly key: string; readonly sent: string } | null>(null);
  const running = useRef(false);

  const submit = useCallback(
    async (body?: unknown): Promise<Outcome<T>> => {
      if (running.current) return { ok: false, problems: { status: 0, code: "ALREADY_SENDING", title: "", fields: {}, summary: [] } };
      running.current = true;
      // The key stays while the same content is sent again without ever having had an answer; a changed form is another act.
      const sent = `${method} ${url} ${JSON.stringify(body)}`;
      if (attempt.current?.sent !== sent) attempt.current = { key: crypto.randomUUID(), sent };
      setState({ problems: null, pending: true, done: null });
      const outcome = await send<T>({ url, method, body, idempotencyKey: attempt.current.key, lang });
      const unanswered = !outcome.ok && (outcome.problems.status === 0 || outcome.problems.status >= 500);
      if (!unanswered) attempt.current = null;
      running.current = false;
      setState(outcome.ok ? { problems: null, pending: false, done: outcome.value } : { problems: outcome.problems, pending: false, done: null });
      return outcome;
    },
    [url, method, lang],
  );

  const reset = useCallback(() => setState({ problems: null, pending: false, done: null }), []);
  return { submit, ...state, reset };
}

export function usePageLang(): Lang {
  const lang = useParams()["lang"];
  return typeof lang === "string" && isLang(lang) ? lang : "zh";
}
