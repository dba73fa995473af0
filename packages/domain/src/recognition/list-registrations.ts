import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOf, endOfDay, startOfDay } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { DayText } from "../shared/input.ts";
import { decodeTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { ABOUT_RESULT, isAboutWithheld } from "../shared/withheld.ts";
import { defineQuery } from "../shared/use-case.ts";
import { STANDING_STATES } from "./recognition.machine.ts";
import { ruleSetOn } from "./rule-sets.rules.ts";

/** Large contracts and others never stand on one list (contract-registration §4.2). */
export const LIST_BANDS = ["OTHER", "LARGE"] as const;

export const ListRegistrationsInput = PageInput.extend({
  band: z.enum(LIST_BANDS).default("OTHER"),
  from: DayText.optional().or(z.literal("").transform(() => undefined)),
  to: DayText.optional().or(z.literal("").transform(() => undefined)),
});

/**
 * The list of registrations (登记清单) of an office, or of the offices of an authority's area: what stands now, last registered on top. It is
 * no proof for tax; a certificate is.
 */
export const listRegistrations = defineQuery("registration.list", ListRegistrationsInput, async (ctx, { band, from, to, limit, cursor }) => {
  const organisation = organisationOf(ctx.actor);
  const office = organisation?.kind === "REGISTRATION_OFFICE";
  const area = organisation?.jurisdiction ?? "";
  ctx.authorise(office ? { officeId: organisation.id } : { divisionCode: area === "" ? null : area.padEnd(6, "0") });
  if (!organisation) throw new DomainError("NOT_PERMITTED", "forbidden");
  const after = decodeTimeCursor(cursor);
  const { secondReviewFromFen: largeFromFen } = ruleSetOn(dayOf(await ctx.now()));
  const rows = await ctx.db.contract.findMany({
    where: {
      ...(office ? { officeId: organisation.id } : { office: { divisionCode: { startsWith: area } } }),
      state: { in: [...STANDING_STATES] },
      technicalFen: band === "LARGE" ? { gte: largeFromFen } : { lt: largeFromFen },
      registeredAt: { not: null, ...(from ? { gte: startOfDay(from) } : {}), ...(to ? { lt: endOfDay(to) } : {}) },
      ...(after ? { OR: [{ registeredAt: { lt: after.at } }, { registeredAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ registeredAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true, registrationNo: true, projectName: true, contractType: true, turnoverFen: true, technicalFen: true, registeredAt: true, state: true, secret: true,
      ...ABOUT_RESULT, office: { select: { name: true } }, parties: { select: { side: true, name: true }, orderBy: { position: "asc" } },
    },
  });
  return pageOf(
    rows.map(({ office: keeper, parties, secret, projectName, deal, ...row }) => {
      // A list passes from hand to hand: of a secret contract, or one whose result is withheld, it says no more than the public check.
      const open = secret === "none" && !isAboutWithheld({ deal });
      const names = (side: "SELLER" | "BUYER"): string[] => (open ? parties.filter((party) => party.side === side).map(({ name }) => name) : []);
      return { ...row, projectName: open ? projectName : "", secret: !open, officeName: keeper?.name ?? "", sellers: names("SELLER"), buyers: names("BUYER") };
    }),
    limit,
    ({ registeredAt, id }) => [registeredAt!.toISOString(), id],
  );
});
