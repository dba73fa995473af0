import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { defineQuery } from "../shared/use-case.ts";
import { recordView } from "./sector-record.ts";

const MOST = 100;

/** What stands on the record of one's own organisation (本单位技术市场信用记录), ended ones too, last decided first. */
export const listOwnRecords = defineQuery("credit.list-own", z.object({}), async (ctx) => {
  const organisationId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: organisationId });
  if (organisationId === undefined) throw new DomainError("NOT_PERMITTED", "forbidden");
  const today = dayOf(await ctx.now());
  const rows = await ctx.db.sectorRecord.findMany({ where: { organisationId }, orderBy: { decidedOn: "desc" }, take: MOST, include: { contract: { select: { projectName: true, registrationNo: true } } } });
  return { items: rows.map(({ contract, ...row }) => ({ ...recordView(row, today), contractId: row.contractId, ...contract })) };
});
