import { randomUUID } from "node:crypto";
import type { PersonActor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import type { Origin } from "@ttx/domain/shared/origin";
import type { Role } from "@ttx/domain/shared/roles";
import { idOf } from "./ids.ts";

/** A person of the demo country as the use cases see him: what he does here goes through the same rules as in a browser. */
export async function actingAs({ db }: Pick<Deps, "db">, personKey: string): Promise<PersonActor> {
  const membership = await db.membership.findUniqueOrThrow({
    where: { id: idOf("membership", personKey) },
    include: { person: { select: { id: true, name: true } }, organisation: { select: { id: true, name: true, kind: true, state: true, divisionCode: true, jurisdiction: true } } },
  });
  return {
    kind: "person",
    personId: membership.person.id,
    name: membership.person.name,
    language: "zh",
    sessionId: randomUUID(),
    membershipId: membership.id,
    organisation: membership.organisation,
    roles: membership.roles as Role[],
    secondFactor: true,
  };
}

export function seedOrigin(): Origin {
  return { requestId: randomUUID() };
}
