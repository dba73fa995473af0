import { ANONYMOUS, type ActingOrganisation, type PersonActor } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import type { Role } from "../src/shared/roles.ts";
import { seal } from "../src/shared/secret-box.ts";
import { actorOfToken, buildCreditCode, hashPassword, newTotpSecret, signIn, totpCode } from "../src/identity/index.ts";
import { anOrigin } from "./origin.ts";

/** The password of every account that tests make. */
export const PASSWORD = "correct-horse-7-battery";

let serial = 0;
let passwordHash: Promise<string> | undefined;

export type Account = { readonly personId: string; readonly membershipId: string; readonly email: string; readonly totpSecret: string | null };

export type AccountOptions = { readonly name?: string; readonly email?: string; readonly phone?: string; readonly secondFactor?: boolean; readonly demo?: boolean };

/** Somebody of the organisation who can sign in; with an authenticator when told so. */
export async function anAccount(deps: Deps, organisation: ActingOrganisation, roles: readonly Role[], options: AccountOptions = {}): Promise<Account> {
  serial += 1;
  passwordHash ??= hashPassword(PASSWORD);
  const createdAt = new Date("2025-01-01T00:00:00Z");
  const email = options.email ?? `account${serial}.${organisation.id.slice(-6)}@test.example`;
  const totpSecret = options.secondFactor ? newTotpSecret() : null;
  const person = await deps.db.person.create({
    data: {
      name: options.name ?? `账号${serial}`,
      email,
      phone: options.phone ?? null,
      passwordHash: await passwordHash,
      demo: options.demo ?? false,
      createdAt,
      ...(totpSecret ? { totpSecret: seal(deps.config.secretKey, totpSecret), totpConfirmedAt: createdAt } : {}),
    },
  });
  const { id } = await deps.db.membership.create({ data: { personId: person.id, organisationId: organisation.id, roles: [...roles], createdAt } });
  return { personId: person.id, membershipId: id, email, totpSecret };
}

export type SignedIn = { readonly actor: PersonActor; readonly token: string };

/** The code that an authenticator shows now, or some milliseconds later. */
export function codeOf(totpSecret: string, later = 0): string {
  return totpCode(totpSecret, new Date(Date.now() + later));
}

/** Signs the account in as a browser does. */
export async function signedIn(deps: Deps, { email, totpSecret }: Account): Promise<SignedIn> {
  const code = totpSecret ? codeOf(totpSecret) : undefined;
  const outcome = await execute(deps, signIn, ANONYMOUS, { identifier: email, password: PASSWORD, code }, anOrigin());
  if (outcome.outcome !== "SIGNED_IN") throw new Error(`not signed in: ${outcome.outcome}`);
  const actor = await actorOfToken(deps, outcome.token);
  if (actor.kind !== "person") throw new Error("signed in as nobody");
  return { actor, token: outcome.token };
}

/** The secret at the end of the link in the newest mail to an address. */
export async function tokenInMail(deps: Deps, email: string): Promise<string> {
  const mail = await deps.db.mailMessage.findFirstOrThrow({ where: { recipient: email, body: { contains: "#" } }, orderBy: { id: "desc" } });
  return /#([\w-]{20,})/.exec(mail.body)![1]!;
}

/** Details of an organisation as the sign-up form sends them. */
export function organisationDetails(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  serial += 1;
  return { name: `新星材料有限公司${serial}`, kind: "ENTERPRISE", partyType: "170", creditCode: buildCreditCode("91", "330106", serial + Math.floor(performance.now())), divisionCode: "330106", ...changes };
}
