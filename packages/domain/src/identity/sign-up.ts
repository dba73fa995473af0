import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { demandGoodPassword } from "./check-password.ts";
import { SignUpInput } from "./identity.schema.ts";
import { recordOf } from "./organisation-record.ts";
import { hashPassword } from "./password.ts";
import { realTime } from "./real-time.ts";
import { sendConfirmation } from "./send-confirmation.ts";
import { verifierOf } from "./verifiers.ts";
import { demandFree, orTakenMeanwhile } from "./taken.ts";

const PATHS = { email: "person.email", phone: "person.phone", creditCode: "organisation.creditCode" } as const;

/** An organisation comes with its first person, who administers it. It waits to be verified before it may trade, and the person for the link in the mail (单位注册). */
export const signUp = defineUseCase("person.sign-up", SignUpInput, async (ctx, { person, organisation }) => {
  ctx.authorise();
  demandGoodPassword("person.password", person.password, [person.name, person.email, person.phone, organisation.name]);
  await demandFree(ctx.tx, { email: person.email, phone: person.phone, creditCode: organisation.creditCode }, PATHS);
  const { name, email, phone, language } = person;
  const createdAt = await realTime(ctx.tx);
  const passwordHash = await hashPassword(person.password);
  const admin = await orTakenMeanwhile(ctx.tx.person.create({ data: { name, email, phone: phone ?? null, language, passwordHash, createdAt, unconfirmedSince: createdAt } }));
  const unit = await orTakenMeanwhile(ctx.tx.organisation.create({ data: { ...organisation, createdAt: ctx.clock.now() } }));
  await ctx.tx.membership.create({ data: { personId: admin.id, organisationId: unit.id, roles: ["ORG_ADMIN"], createdAt } });

  await sendConfirmation(ctx, { ...admin, email }, createdAt);

  ctx.record({ type: "organisation", id: unit.id, divisionCode: unit.divisionCode, after: recordOf(unit) });
  ctx.record({ type: "person", id: admin.id, divisionCode: unit.divisionCode, after: { name, organisationId: unit.id, roles: ["ORG_ADMIN"] } });
  const authority = await verifierOf(ctx.tx, unit.divisionCode);
  if (authority) {
    await notifyOrganisation(ctx, authority.id, ["ADMINISTRATOR", "NATIONAL_ADMINISTRATOR"], {
      kind: "organisation.signed-up",
      params: { organisation: unit.name },
      link: `/desk/organisations/${unit.id}`,
    });
  }
  return { organisationId: unit.id, personId: admin.id, state: unit.state, verifier: authority?.name ?? null };
});
