import { z } from "zod";
import type { Role } from "../shared/roles.ts";
import { unseal } from "../shared/secret-box.ts";
import { defineQuery } from "../shared/use-case.ts";
import { realTime } from "./real-time.ts";
import { nextUsableStep, totpCode } from "./totp.ts";

/** Accounts of the demonstration have addresses of this domain and this password; nobody else's account is ever shown. */
export const DEMO_DOMAIN = "demo.ttx.example";
export const DEMO_PASSWORD = "qianchao-2026-kanjia";
/** One for each kind of person; the seed lets these join first. */
const MOST = 20;

/** The accounts to try the demonstration with, each with the code its authenticator shows right now. In production there are none. */
export const readDemoAccounts = defineQuery("demo.accounts", z.object({}), async (ctx) => {
  ctx.authorise();
  if (ctx.config.mode === "production") return { items: [] };
  const people = await ctx.db.person.findMany({
    where: { demo: true, state: "ACTIVE", email: { endsWith: `@${DEMO_DOMAIN}` } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
    include: { memberships: { where: { state: "ACTIVE" }, orderBy: { createdAt: "asc" }, take: 1, include: { organisation: { select: { name: true } } } } },
  });
  const now = await realTime(ctx.db);
  return {
    items: people.map(({ name, email, memberships: [membership], totpSecret, totpConfirmedAt, totpLastStep }) => ({
      name,
      email: email!,
      password: DEMO_PASSWORD,
      organisation: membership?.organisation.name ?? null,
      roles: (membership?.roles ?? []) as Role[],
      code: totpSecret && totpConfirmedAt ? totpCode(unseal(ctx.config.secretKey, totpSecret), nextUsableStep(now, totpLastStep)) : null,
    })),
  };
});
