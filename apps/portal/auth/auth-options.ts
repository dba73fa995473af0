import { randomUUID } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { actorOfToken, SESSION_HOURS, signIn, signOut } from "@ttx/domain/identity";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { DomainError } from "@ttx/domain/shared/errors";
import { execute } from "@ttx/domain/shared/execute";
import type { Origin } from "@ttx/domain/shared/origin";
import { deps } from "#runtime/deps.ts";
import { limits } from "#runtime/rate-limits.ts";
import { cookieName, cookieSecret } from "./cookie-token.ts";

type GivenHeaders = Readonly<Record<string, unknown>> | undefined;

function originOf(headers: GivenHeaders): Origin & { ip: string } {
  const text = (name: string): string | undefined => (typeof headers?.[name] === "string" ? headers[name] : undefined);
  return { requestId: text("x-request-id") ?? randomUUID(), ip: text("x-ttx-client-address") ?? "unknown", userAgent: text("user-agent") };
}

/** What the sign-in form is told when it is not let in: "CODE", or "CODE:detail". */
function refusal(code: string, detail?: string): Error {
  return new Error(detail === undefined ? code : `${code}:${detail}`);
}

async function openSession(credentials: Readonly<Record<string, string>> | undefined, headers: GivenHeaders): Promise<{ id: string; token: string }> {
  const origin = originOf(headers);
  for (const caller of [`ip:${origin.ip}`, `identifier:${credentials?.["identifier"]?.trim().toLowerCase() ?? ""}`]) {
    const verdict = await limits().take("credentials", caller);
    if (!verdict.allowed) throw refusal("RATE_LIMITED", String(verdict.retryAfterSeconds));
  }
  const input = { identifier: credentials?.["identifier"], password: credentials?.["password"], code: credentials?.["code"] || undefined };
  const outcome = await execute(deps(), signIn, ANONYMOUS, input, origin).catch((error: unknown) => {
    throw error instanceof DomainError ? refusal("SIGN_IN_WRONG") : refusal("INTERNAL", origin.requestId);
  });
  switch (outcome.outcome) {
    case "SIGNED_IN":
      return { id: outcome.personId, token: outcome.token };
    case "WRONG":
      throw refusal("SIGN_IN_WRONG");
    case "RESTING":
      throw refusal("SIGN_IN_RESTING", outcome.until);
    case "CODE_NEEDED":
      throw refusal("SECOND_FACTOR_CODE_NEEDED");
    case "CODE_WRONG":
      throw refusal("SECOND_FACTOR_CODE_WRONG");
  }
}

/** The cookie holds our opaque session token and nothing else: who somebody is, is asked of the database at every request. */
export function authOptions(): NextAuthOptions {
  const { config } = deps();
  const secure = config.publicUrl.startsWith("https://");
  const maxAge = SESSION_HOURS * 3600;
  return {
    secret: cookieSecret(config),
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name: cookieName(config), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    providers: [
      CredentialsProvider({
        credentials: { identifier: {}, password: {}, code: {} },
        authorize: (credentials, { headers }) => openSession(credentials, headers),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && "token" in user ? { token: user.token } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const given = token?.["token"];
        const actor = typeof given === "string" ? await actorOfToken(deps(), given) : ANONYMOUS;
        if (actor.kind === "person") await execute(deps(), signOut, actor, {}, { requestId: randomUUID() });
      },
    },
  };
}
