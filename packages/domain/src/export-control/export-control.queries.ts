import type { Prisma } from "../generated/client.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOfColumn } from "../shared/input.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import type { ExportGround, ExportPaperKind } from "./export-control.rules.ts";
import { FindingsShape, GateIdInput, ListGatesInput } from "./export-control.schema.ts";
import { factsOf, getGate } from "./export-gate.repository.ts";

/** The gates of one's own organisation: as the seller, or as the venue whose reviewer is the second person. */
export const listExportGates = defineQuery("export-control.list", ListGatesInput, async (ctx, { view, limit, cursor }) => {
  const organisationId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: organisationId, venueId: organisationId });
  const done: Prisma.ExportGateWhereInput = { state: { in: ["CLEARED", "BLOCKED"] } };
  const rows = await ctx.db.exportGate.findMany({
    where: { AND: [{ OR: [{ sellerId: organisationId! }, { venueId: organisationId! }] }, view === "done" ? done : { NOT: done }, afterTimeCursor(cursor, "desc")] },
    include: { result: { select: { title: true } }, buyer: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { view, ...page, items: page.items.map(({ id, state, ground, placeOfUse, expectedBy, result, buyer }) => ({ id, state, ground: ground as ExportGround, placeOfUse, expectedBy, title: result.title, buyer: buyer.name })) };
});

/** One gate. What the first person found is hidden from the second until he has found for himself. */
export const readExportGate = defineQuery("export-control.read", GateIdInput, async (ctx, { gateId }) => {
  const gate = await getGate(ctx.db, gateId);
  const facts = factsOf(gate);
  ctx.authorise(facts);
  const isBuyer = organisationOf(ctx.actor)?.id === gate.buyerId;
  const maySee = gate.secondAt !== null || gate.firstById === personIdOf(ctx.actor);
  const isOpen = gate.state !== "BLOCKED" && gate.state !== "CLEARED";
  return {
    id: gate.id,
    state: gate.state,
    ground: gate.ground as ExportGround,
    placeOfUse: gate.placeOfUse,
    title: gate.result.title,
    resultId: gate.resultId,
    seller: gate.seller.name,
    buyer: gate.buyer.name,
    venue: gate.venue?.name ?? null,
    first: gate.firstAt === null || isBuyer ? null : { at: gate.firstAt, findings: maySee ? FindingsShape.parse(gate.firstFindings) : null },
    second: gate.secondAt === null || isBuyer ? null : { at: gate.secondAt, findings: FindingsShape.parse(gate.secondFindings) },
    differ: gate.state === "CHECK" && gate.secondAt !== null,
    papersNeeded: gate.papersNeeded as ExportPaperKind[],
    papers: gate.papers.map(({ id, kind, number, authority, issuedOn, at }) => ({ id, kind: kind as ExportPaperKind, number, authority, issuedOn: dayOfColumn(issuedOn), at })),
    expectedBy: gate.expectedBy,
    effectiveOn: gate.effectiveOn && dayOfColumn(gate.effectiveOn),
    clearedAt: gate.clearedAt,
    stateReason: gate.stateReason,
    may: {
      propose: ctx.may("export-control.propose-class", facts) && gate.state === "CHECK",
      confirm: ctx.may("export-control.confirm-class", facts) && gate.state === "CHECK" && gate.firstAt !== null,
      apply: ctx.may("export-control.apply", facts) && gate.state === "RESTRICTED",
      recordPaper: ctx.may("export-control.record-paper", facts) && isOpen && gate.papersNeeded.length > 0,
      recordRefusal: ctx.may("export-control.record-refusal", facts) && isOpen && gate.state !== "CHECK",
      recheck: ctx.may("export-control.recheck", facts) && gate.state === "CLEARED",
    },
  };
});
