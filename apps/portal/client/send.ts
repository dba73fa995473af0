import type { Lang } from "@ttx/ui/text";
import { connectionLost, readProblem, type Problems } from "./problem.ts";

export type Method = "POST" | "PUT" | "PATCH" | "DELETE";
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problems };

export type Sending = { readonly url: string; readonly method: Method; readonly body: unknown; readonly idempotencyKey: string; readonly lang: Lang };

/** Sends one act to the API. Without an answer it is sent once more with the same key: the API does it once. */
export async function send<T>({ url, method, body, idempotencyKey, lang }: Sending): Promise<Outcome<T>> {
  const request = (): Promise<Response> =>
    fetch(url, {
      method,
      credentials: "same-origin",
      headers: { "content-type": "application/json", accept: "application/json, application/problem+json", "accept-language": lang, "idempotency-key": idempotencyKey },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  let answer: Response;
  try {
    answer = await request().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      return request();
    });
  } catch {
    return { ok: false, problems: connectionLost(lang) };
  }
  const received: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => null);
  return answer.ok ? { ok: true, value: received as T } : { ok: false, problems: readProblem(answer.status, received, lang) };
}
