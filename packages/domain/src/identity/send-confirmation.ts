import type { Context } from "../shared/use-case.ts";
import { postLetter, secretLink } from "./mail.ts";
import { confirmationEnd } from "./session.rules.ts";
import { newToken, tokenHash } from "./token.ts";

type Addressed = { readonly id: string; readonly name: string; readonly email: string; readonly language: string };

/** Mails the link by which somebody shows that the address of the sign-up is theirs. */
export async function sendConfirmation(ctx: Context, person: Addressed, createdAt: Date): Promise<void> {
  const token = newToken();
  const language = person.language === "en" ? "en" : "zh";
  await ctx.tx.emailConfirmation.create({ data: { personId: person.id, tokenHash: tokenHash(token), createdAt, expiresAt: confirmationEnd(createdAt) } });
  await postLetter(ctx, "confirm", person.email, language, { name: person.name, link: secretLink(ctx.config.publicUrl, language, "/confirm-email", token) }, createdAt);
}
