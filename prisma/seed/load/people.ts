import { DEMO_PASSWORD, hashPassword, newTotpSecret } from "@ttx/domain/identity";
import type { Deps } from "@ttx/domain/shared/database";
import { SECOND_FACTOR_ROLES, type Role } from "@ttx/domain/shared/roles";
import { seal } from "@ttx/domain/shared/secret-box";
import { demoCast } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { morningOf } from "./days.ts";
import { idOf } from "./ids.ts";

const JOINED = morningOf("2020-12-15");
const AN_HOUR_LATER = morningOf("2020-12-15", 60);

/** People of the demo country: one password for all, a second factor for officials and exchange operators. */
export async function loadPeople({ db, config }: Deps): Promise<void> {
  const { people, accounts } = demoCast(SEED);
  // The accounts shown on the sign-in page are the first to join, in the order in which the main job needs them.
  const order = new Map(accounts.map(({ key }, i) => [key, new Date(JOINED.getTime() + i * 1_000)]));
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.person.createMany({
    skipDuplicates: true,
    data: people.map(({ key, name, email, roles }) => {
      const isOfficial = roles.some((role) => SECOND_FACTOR_ROLES.has(role as Role));
      return {
        id: idOf("person", key),
        name,
        email,
        passwordHash,
        demo: true,
        createdAt: order.get(key) ?? AN_HOUR_LATER,
        ...(isOfficial ? { totpSecret: seal(config.secretKey, newTotpSecret()), totpConfirmedAt: JOINED } : {}),
      };
    }),
  });
  await db.membership.createMany({
    skipDuplicates: true,
    data: people.map(({ key, organisation, roles }) => ({
      id: idOf("membership", key),
      personId: idOf("person", key),
      organisationId: idOf("organisation", organisation),
      roles: [...roles],
      createdAt: JOINED,
    })),
  });
}
