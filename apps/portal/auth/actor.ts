import { cache } from "react";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { actorOfToken } from "@ttx/domain/identity";
import { ANONYMOUS, type Actor, type PersonActor } from "@ttx/domain/shared/actor";
import { SECOND_FACTOR_ROLES } from "@ttx/domain/shared/roles";
import type { Lang } from "@ttx/ui/text";
import { askedAddress } from "#lang/address.ts";
import { href, placeOf } from "#lang/href.ts";
import { deps } from "#runtime/deps.ts";
import { cookieName, tokenInCookie } from "./cookie-token.ts";

/** Who looks at this page, read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = await tokenInCookie((await cookies()).get(cookieName(deps().config))?.value);
  return token === null ? ANONYMOUS : actorOfToken(deps(), token);
});

/**
 * The signed-in person; anybody else is led to the sign-in page and comes back here afterwards. Officials and exchange operators
 * without a second factor are led to enrolment first: the policy refuses their acts until then.
 */
export async function requireActor(lang: Lang): Promise<PersonActor> {
  const actor = await currentActor();
  const here = await askedAddress();
  if (actor.kind !== "person") redirect(href(lang, "/sign-in", { next: here }));
  const needsSecondFactor = !actor.secondFactor && actor.roles.some((role) => SECOND_FACTOR_ROLES.has(role));
  if (needsSecondFactor && !placeOf(here).startsWith("/desk/account")) redirect(href(lang, "/desk/account/second-factor", { next: here }));
  return actor;
}
