import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { actorOfToken } from "@ttx/domain/identity";
import { ANONYMOUS, type Actor, type PersonActor } from "@ttx/domain/shared/actor";
import { deps } from "../runtime/deps";
import { cookieName, tokenInCookie } from "./cookie-token";
import { signInAddress } from "./return-path";

/** Who looks at this page, read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = await tokenInCookie((await cookies()).get(cookieName(deps().config))?.value);
  return token === null ? ANONYMOUS : actorOfToken(deps(), token);
});

/** The signed-in person; anybody else is led to the sign-in page and comes back here afterwards. */
export async function requireActor(lang: "zh" | "en"): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.kind === "person") return actor;
  redirect(signInAddress(lang, (await headers()).get("x-ttx-path")));
}
