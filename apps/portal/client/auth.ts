export type Credentials = { readonly identifier: string; readonly password: string; readonly code?: string };
export type SignInOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly detail?: string };

const FORM = { "content-type": "application/x-www-form-urlencoded" } as const;

async function csrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { credentials: "same-origin" });
  const body: unknown = await answer.json();
  return typeof body === "object" && body !== null && "csrfToken" in body && typeof body.csrfToken === "string" ? body.csrfToken : "";
}

/** next-auth's credentials sign-in. A refusal carries what the server said: "CODE", or "CODE:detail". */
export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  try {
    const fields = new URLSearchParams({ csrfToken: await csrfToken(), json: "true", callbackUrl: "/", identifier: credentials.identifier, password: credentials.password, code: credentials.code ?? "" });
    const answer = await fetch("/api/auth/callback/credentials", { method: "POST", credentials: "same-origin", headers: FORM, body: fields });
    const body: unknown = await answer.json().catch(() => null);
    const url = typeof body === "object" && body !== null && "url" in body && typeof body.url === "string" ? new URL(body.url, window.location.origin) : null;
    const error = url?.searchParams.get("error");
    return answer.ok && !error ? { ok: true } : refused(error ?? `HTTP_${answer.status}`);
  } catch {
    return { ok: false, code: "NO_ANSWER" };
  }
}

function refused(said: string): SignInOutcome {
  const cut = said.indexOf(":");
  return cut < 0 ? { ok: false, code: said } : { ok: false, code: said.slice(0, cut), detail: said.slice(cut + 1) };
}

export async function signOut(): Promise<void> {
  const fields = new URLSearchParams({ csrfToken: await csrfToken(), json: "true", callbackUrl: "/" });
  await fetch("/api/auth/signout", { method: "POST", credentials: "same-origin", headers: FORM, body: fields });
}
