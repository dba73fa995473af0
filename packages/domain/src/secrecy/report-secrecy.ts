import { stopNotices } from "../agreed-price/index.ts";
import { stopLots } from "../auction/index.ts";
import { withholdDemand } from "../demand/index.ts";
import { stopListings } from "../listing/index.ts";
import { notifyAuthority, notifyOrganisation } from "../notification/index.ts";
import { withholdResult } from "../result/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { nextNumber } from "../shared/serial-number.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandShown } from "../shared/withheld.ts";
import { subjectOf } from "./case.repository.ts";
import { forgetWords } from "./forget-words.ts";
import { ContentWithheld } from "./secrecy.events.ts";
import { MOST_OPEN_REPORTS, reportRefusal } from "./secrecy.rules.ts";
import { ReportSecrecyInput } from "./secrecy.schema.ts";

/**
 * Somebody suspects that something public holds State secrets or military content (反映涉密). From this second nobody sees it: its words lie under seal, what runs
 * on it stands still, and its owner, venue and province hear of it without a word of the content. Rights and income §11; 保守国家秘密法 34.
 */
export const reportSecrecy = defineUseCase("secrecy.report", ReportSecrecyInput, async (ctx, { seenAs, subjectId, ground, part }) => {
  ctx.authorise();
  const reporterId = personIdOf(ctx.actor)!;
  const { type, id, venueId } = await subjectOf(ctx.tx, seenAs, subjectId);
  const found = type === "result" ? await ctx.tx.result.findUnique({ where: { id } }) : await ctx.tx.demand.findUnique({ where: { id } });
  if (!found) return notFound(type, id);
  demandShown(found);
  if (found.publishedAt === null || found.state === "DRAFT") refuse("SECRECY_NOT_PUBLIC");
  const cleared = await ctx.tx.secrecyCase.findFirst({ where: { subjectId: id, reporterId, state: "RESTORED" }, orderBy: { decidedAt: "desc" }, select: { decidedAt: true } });
  const openReports = await ctx.tx.secrecyCase.count({ where: { reporterId, state: "OPEN" } });
  const refusal = reportRefusal({ isVerified: organisationOf(ctx.actor)?.state === "VERIFIED", openReports, clearedAt: cleared?.decidedAt ?? null, changedAt: found.updatedAt });
  if (refusal) refuse(`SECRECY_${refusal}`, { most: MOST_OPEN_REPORTS });

  const at = ctx.clock.now();
  const { row, sealed } = type === "result" ? await withholdResult(ctx, id) : await withholdDemand(ctx, id);
  if (type === "result") {
    await stopListings(ctx, id);
    await stopLots(ctx, id);
    await stopNotices(ctx, id);
  }
  await forgetWords(ctx.tx, row.title);
  // Every portal hears it at the commit and forgets the pages it has kept.
  await ctx.tx.$executeRaw`notify content_withheld`;
  const no = await nextNumber(ctx.tx, "secrecyCase", at);
  const { divisionCode, ownerId } = row;
  const { id: caseId } = await ctx.tx.secrecyCase.create({ data: { no, subjectType: type, subjectId: id, seenAs, ground, part, reporterId, reportedAt: at, ownerId, venueId, divisionCode, sealed } });
  ctx.record({ type, id, divisionCode, before: { state: row.state }, after: { state: "WITHHELD", caseId, no, seenAs, ground, part } });
  ctx.emit(ContentWithheld, { type, id }, { caseId, subjectType: type, subjectId: id });
  await notifyOrganisation(ctx, ownerId, ["ORG_ADMIN", "SELLER", "BUYER"], { kind: "secrecy.withheld", params: { no }, link: `/desk/secrecy/${caseId}` });
  if (venueId !== null) await notifyOrganisation(ctx, venueId, ["VENUE_REVIEWER"], { kind: "secrecy.to-decide", params: { no }, link: `/desk/secrecy/${caseId}` });
  await notifyAuthority(ctx, divisionCode, { kind: "secrecy.to-decide", params: { no }, link: `/desk/secrecy/${caseId}` });
  return { caseId, no, withheldAt: at };
});
