import { randomBytes } from "node:crypto";
import { recordClassesOf, samplingOf } from "../credit/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { ruleSet, type RuleSetCode } from "../recognition/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { dayOf, endOfDay, startOfDay, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DrawInspectionInput } from "./inspection.schema.ts";
import { drawSample, reviewGrounds, sampleSize, type SampleCandidate } from "./sampling.rules.ts";

const POPULATION_LIMIT = 50_000;

/**
 * Draws registrations of an office for inspection (抽查): by a seed that nobody chose and that stands in the record with everything that
 * could have been drawn, so that anybody who is given both draws the same (国科火字〔2021〕188号 for the files that are always drawn).
 */
export const drawInspection = defineUseCase("inspection.draw", DrawInspectionInput, async (ctx, { officeId, from, to, shareBp, minimum, maximum }) => {
  const office = await ctx.tx.organisation.findFirst({ where: { id: officeId, kind: "REGISTRATION_OFFICE" }, select: { id: true, divisionCode: true } });
  ctx.authorise({ divisionCode: office?.divisionCode });
  if (!office) notFound("office", officeId);
  const candidates = await registrationsOf(ctx.tx, officeId, from, to, dayOf(ctx.clock.now()));
  if (candidates.length === 0) refuse("NOTHING_TO_INSPECT");
  if (candidates.length > POPULATION_LIMIT) refuse("PERIOD_TOO_LARGE", { limit: POPULATION_LIMIT });
  const seed = randomBytes(16).toString("hex");
  const drawn = drawSample(candidates, seed, sampleSize(candidates.length, shareBp, minimum, maximum));
  const mandatory = new Set(candidates.filter((one) => one.mandatory).map(({ id }) => id));
  const listed = candidates.map(({ id, mandatory: always, weight }) => (weight === undefined ? ([id, always] as const) : ([id, always, weight] as const)));
  const digest = digestOf(listed);
  const { id } = await ctx.tx.inspection.create({
    data: {
      officeId, divisionCode: office.divisionCode, from: dateColumn(from), to: dateColumn(to), shareBp, minimum, maximum, seed, candidates: listed as never, digest, drawnById: personIdOf(ctx.actor), drawnAt: ctx.clock.now(),
      items: { createMany: { data: drawn.map((contractId, i) => ({ no: i + 1, contractId, mandatory: mandatory.has(contractId) })) } },
    },
  });
  ctx.record({ type: "inspection", id, divisionCode: office.divisionCode, after: { officeId, from, to, seed, population: candidates.length, digest, drawn: drawn.length } });
  await notifyOrganisation(ctx, officeId, ["REGISTRAR", "RECOGNITION_REVIEWER"], { kind: "inspection.drawn", params: { count: String(drawn.length), from, to }, link: `/desk/inspections/${id}` });
  return { inspectionId: id, population: candidates.length, drawn: drawn.length, seed };
});

/** Registrations of the office in the period, whatever became of them; the oldest first. Parties on record are drawn oftener, or always. */
async function registrationsOf(tx: Tx, officeId: string, from: Day, to: Day, today: Day): Promise<readonly SampleCandidate[]> {
  const rows = await tx.contract.findMany({
    where: { officeId, registrationNo: { not: null }, registeredAt: { gte: startOfDay(from), lt: endOfDay(to) } },
    orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
    take: POPULATION_LIMIT + 1,
    select: { id: true, applicantId: true, technicalFen: true, ruleSet: true, taxClaims: true, parties: { select: { country: true } } },
  });
  const records = await recordClassesOf(tx, rows.map(({ applicantId }) => applicantId), today);
  return rows.map(({ id, applicantId, technicalFen, ruleSet: code, taxClaims, parties }) => {
    const sampling = samplingOf(records.get(applicantId) ?? []);
    const mandatory = reviewGrounds({ taxClaimed: taxClaims.length > 0, large: (technicalFen ?? 0n) >= ruleSet((code ?? "CN-2026") as RuleSetCode).secondReviewFromFen, foreign: parties.some(({ country }) => country !== "CHN"), openAlert: false, onRecord: sampling === "ALL" }).length > 0;
    return { id, mandatory, ...(sampling === 1 || sampling === "ALL" ? {} : { weight: sampling }) };
  });
}

export function digestOf(candidates: readonly (readonly [string, boolean] | readonly [string, boolean, number])[]): string {
  return sha256(canonicalJson(candidates)).toString("hex");
}
