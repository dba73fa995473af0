import type { Context } from "../shared/use-case.ts";
import type { Role } from "../shared/roles.ts";
import { fillText } from "../shared/texts.ts";
import { NOTIFICATION_TEXTS, type NotificationKind } from "./kinds.ts";

export type Message = {
  readonly kind: NotificationKind;
  readonly params: Readonly<Record<string, string>>;
  /** Path of the page that the message is about, without language. */
  readonly link?: string;
};

type Reader = { readonly id: string; readonly email: string | null; readonly language: string };

/** Tells every active member of an organisation who holds one of the roles, in the app and by mail, in the act's own transaction. */
export async function notifyOrganisation(ctx: Pick<Context, "tx" | "clock" | "config">, organisationId: string, roles: readonly Role[], message: Message): Promise<void> {
  const readers = await ctx.tx.person.findMany({
    where: { state: "ACTIVE", memberships: { some: { organisationId, state: "ACTIVE", roles: { hasSome: [...roles] } } } },
    select: { id: true, email: true, language: true },
  });
  await tell(ctx, readers, message);
}

/** Tells the administrators of the province that a division lies in. */
export async function notifyAuthority(ctx: Pick<Context, "tx" | "clock" | "config">, divisionCode: string, message: Message): Promise<void> {
  const province = { kind: "GOVERNMENT", state: "VERIFIED", jurisdiction: divisionCode.slice(0, 2) } as const;
  const authorities = await ctx.tx.organisation.findMany({ where: province, select: { id: true } });
  for (const { id } of authorities) await notifyOrganisation(ctx, id, ["ADMINISTRATOR"], message);
}

export async function notifyPerson(ctx: Pick<Context, "tx" | "clock" | "config">, personId: string, message: Message): Promise<void> {
  const reader = await ctx.tx.person.findUnique({ where: { id: personId }, select: { id: true, email: true, language: true } });
  if (reader) await tell(ctx, [reader], message);
}

async function tell({ tx, clock, config }: Pick<Context, "tx" | "clock" | "config">, readers: readonly Reader[], message: Message): Promise<void> {
  if (readers.length === 0) return;
  const createdAt = clock.now();
  const { kind, params, link = null } = message;
  await tx.notification.createMany({ data: readers.map(({ id }) => ({ personId: id, kind, params, link, createdAt })) });
  await tx.mailMessage.createMany({
    data: readers.flatMap(({ email, language }) => {
      if (email === null) return [];
      const words = fillText(NOTIFICATION_TEXTS[kind][language === "en" ? "en" : "zh"], params);
      const address = link === null ? "" : `\n\n${config.publicUrl}${language === "en" ? "/en" : ""}${link}`;
      return [{ recipient: email, subject: words.slice(0, 60), body: `${words}${address}`, createdAt }];
    }),
  });
}
