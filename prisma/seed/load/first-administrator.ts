import { hashPassword } from "@ttx/domain/identity";
import type { Deps } from "@ttx/domain/shared/database";
import { idOf } from "./ids.ts";

/** The person who lets everybody else in, on a new production system. The second factor is set up at the first sign-in. */
export async function loadFirstAdministrator({ db }: Deps, environment: Record<string, string | undefined>): Promise<void> {
  const email = environment["TTX_ADMIN_EMAIL"]?.trim().toLowerCase();
  const password = environment["TTX_ADMIN_PASSWORD"];
  if (!email || !password) {
    console.log("  no first administrator: set TTX_ADMIN_EMAIL and TTX_ADMIN_PASSWORD once to create one");
    return;
  }
  const at = new Date();
  const organisationId = idOf("organisation", "national-authority");
  const personId = idOf("person", email);
  await db.organisation.createMany({
    skipDuplicates: true,
    data: [
      {
        id: organisationId,
        name: "国家主管部门",
        nameEn: "National authority",
        kind: "GOVERNMENT",
        partyType: "0111",
        creditCode: "NATIONAL-AUTHORITY",
        divisionCode: "110000",
        jurisdiction: "",
        state: "VERIFIED",
        verifiedAt: at,
        createdAt: at,
      },
    ],
  });
  await db.person.createMany({ skipDuplicates: true, data: [{ id: personId, name: "平台管理员", email, passwordHash: await hashPassword(password), createdAt: at }] });
  await db.membership.createMany({
    skipDuplicates: true,
    data: [{ personId, organisationId, roles: ["ORG_ADMIN", "NATIONAL_ADMINISTRATOR", "OPERATIONS"], createdAt: at }],
  });
}
