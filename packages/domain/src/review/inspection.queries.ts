import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { mayStep } from "../shared/machine.ts";
import { decodeTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { digestOf } from "./draw-inspection.ts";
import { INSPECTOR_EVENTS, InspectionInput, ListInspectionsInput } from "./inspection.schema.ts";
import { INSPECTION_MOVES } from "./review.machine.ts";
import { drawSample, sampleSize } from "./sampling.rules.ts";

/** Whose inspections an actor sees: an office its own, an authority those of its area. */
function scopeOf(ctx: ReadContext): { readonly officeId: string } | { readonly divisionCode: { readonly startsWith: string } } {
  const organisation = organisationOf(ctx.actor);
  const office = organisation?.kind === "REGISTRATION_OFFICE";
  const area = organisation?.jurisdiction ?? "";
  ctx.authorise(office ? { officeId: organisation.id } : { divisionCode: area === "" ? null : area.padEnd(6, "0") });
  if (!organisation) throw new DomainError("NOT_PERMITTED", "forbidden");
  return office ? { officeId: organisation.id } : { divisionCode: { startsWith: area } };
}

export const listInspections = defineQuery("inspection.list", ListInspectionsInput, async (ctx, { limit, cursor }) => {
  const scope = scopeOf(ctx);
  const after = decodeTimeCursor(cursor);
  const rows = await ctx.db.inspection.findMany({
    where: { ...scope, ...(after ? { OR: [{ drawnAt: { lt: after.at } }, { drawnAt: after.at, id: { lt: after.id } }] } : {}) },
    orderBy: [{ drawnAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, from: true, to: true, seed: true, drawnAt: true, office: { select: { name: true } }, items: { select: { state: true } } },
  });
  return pageOf(
    rows.map(({ office, items, from, to, ...row }) => ({
      ...row, from: dayOfColumn(from), to: dayOfColumn(to), officeName: office.name, drawn: items.length,
      open: items.filter(({ state }) => state === "DRAWN" || state === "REMEDIED").length,
      defects: items.filter(({ state }) => state !== "DRAWN" && state !== "PASSED").length,
    })),
    limit,
    ({ drawnAt, id }) => [drawnAt.toISOString(), id],
  );
});

const Candidates = z.array(z.union([z.tuple([z.string(), z.boolean()]), z.tuple([z.string(), z.boolean(), z.number()])]));

/** One inspection: how it was drawn, whether the seed draws the same again, and each file with its record. */
export const readInspection = defineQuery("inspection.read", InspectionInput, async (ctx, { inspectionId }) => {
  const row = await ctx.db.inspection.findUnique({
    where: { id: inspectionId },
    include: {
      office: { select: { name: true } },
      items: { orderBy: { no: "asc" }, include: { steps: { orderBy: { no: "asc" } }, contract: { select: { projectName: true, registrationNo: true, technicalFen: true, state: true, review: { select: { id: true } } } } } },
    },
  });
  const facts = { officeId: row?.officeId, divisionCode: row?.divisionCode };
  ctx.authorise(facts);
  if (!row) notFound("inspection", inspectionId);
  const candidates = Candidates.parse(row.candidates);
  const again = drawSample(candidates.map(([id, mandatory, weight]) => ({ id, mandatory, ...(weight === undefined ? {} : { weight }) })), row.seed, sampleSize(candidates.length, row.shareBp, row.minimum, row.maximum));
  const drawn = row.items.map(({ contractId }) => contractId);
  return {
    inspectionId: row.id,
    officeName: row.office.name,
    from: dayOfColumn(row.from),
    to: dayOfColumn(row.to),
    shareBp: row.shareBp,
    seed: row.seed,
    digest: row.digest,
    population: candidates.length,
    drawnAt: row.drawnAt,
    /** The recorded seed draws the recorded files from the recorded list. */
    reproduces: digestOf(candidates) === row.digest && again.length === drawn.length && again.every((id, i) => id === drawn[i]),
    items: row.items.map(({ contract: { review, ...contract }, steps, no, mandatory, state, version, contractId }) => ({
      no, mandatory, state, version, contractId, contract, reviewId: review?.id ?? null,
      steps: steps.map(({ event, at, words }) => ({ event, at, words })),
      may: {
        events: ctx.may("inspection.judge", facts) ? INSPECTOR_EVENTS.filter((event) => mayStep(INSPECTION_MOVES, state, event)) : [],
        remedy: mayStep(INSPECTION_MOVES, state, "remedy") && ctx.may("inspection.remedy", facts),
      },
    })),
  };
});

/** Offices that can be inspected by whoever asks. */
export const listInspectableOffices = defineQuery("inspection.list", z.object({}), async (ctx) => {
  const scope = scopeOf(ctx);
  if ("officeId" in scope) return [];
  return ctx.db.organisation.findMany({ where: { kind: "REGISTRATION_OFFICE", state: "VERIFIED", ...scope }, orderBy: { divisionCode: "asc" }, select: { id: true, name: true } });
});
