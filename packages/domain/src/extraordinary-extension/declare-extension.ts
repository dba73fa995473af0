import { extendNotices } from "../agreed-price/index.ts";
import { extendInstalments, extendSigning } from "../deal/index.ts";
import { extendDeposits } from "../deposit/index.ts";
import { extendListingPeriods } from "../listing/index.ts";
import { extendPriorityAnswers } from "../priority-right/index.ts";
import { extendCorrections, extendDecisions } from "../recognition/index.ts";
import { calendarFor } from "../reference/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import type { DeadlineMove, DeadlineWindow, Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ExtensionDeclared } from "./extension.events.ts";
import { extensionRefusal, laterBy, type ExtensionClass } from "./extension.rules.ts";
import { DeclareExtensionInput } from "./extension.schema.ts";

const MOVERS: Record<ExtensionClass, (tx: Tx, window: DeadlineWindow, extension: Extension) => Promise<DeadlineMove[]>> = {
  LISTING_PERIOD: extendListingPeriods,
  DEPOSIT: extendDeposits,
  NOTICE: extendNotices,
  PRIORITY: extendPriorityAnswers,
  SIGNING: extendSigning,
  INSTALMENT: extendInstalments,
  CORRECTION: extendCorrections,
  REGISTRATION: extendDecisions,
};

/**
 * One act moves every deadline of some classes that falls in a window (特别延期): a system outage, a disaster. All of them in one transaction, with the
 * acts that were due at them, each with a line in its own timeline; two operators with the same notice move them once. Trading §4.1, §5.10; 民法典 180, 194.
 */
export const declareExtension = defineUseCase("extension.declare", DeclareExtensionInput, async (ctx, input) => {
  const organisation = organisationOf(ctx.actor);
  const byVenue = organisation?.kind === "VENUE";
  const venueId = byVenue ? organisation.id : null;
  ctx.authorise({ venueId });
  const at = ctx.clock.now();
  const { windowFrom: from, windowUntil: until, documentNo, classes, days } = input;
  const refusal = extensionRefusal({ from, until, now: at, classes, byVenue });
  if (refusal) refuse(refusal);
  // Two that declare the same notice wait here for each other; the second finds it declared.
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`extension/${documentNo}`}, 0))`;
  if (await ctx.tx.extraordinaryExtension.findUnique({ where: { documentNo }, select: { id: true } })) throw new DomainError("EXTENSION_DECLARED_ALREADY", "conflict", { documentNo });

  const window: DeadlineWindow = { from, until, venueId, divisionPrefix: organisation?.jurisdiction ?? "" };
  const extension: Extension = { at, reason: `${input.title}（${documentNo}）`, later: laterBy(days, calendarFor()) };
  const { id } = await ctx.tx.extraordinaryExtension.create({
    data: { documentNo, title: input.title, reason: input.reason, legalBasis: input.legalBasis, classes, windowFrom: from, windowUntil: until, days, venueId, divisionPrefix: window.divisionPrefix, declaredById: personIdOf(ctx.actor)!, declaredBy: organisation?.name ?? "", declaredAt: at },
  });
  const counts: Partial<Record<ExtensionClass, number>> = {};
  for (const one of classes) {
    const moves = await MOVERS[one](ctx.tx, window, extension);
    counts[one] = moves.length;
    await ctx.tx.extraordinaryExtensionItem.createMany({ data: moves.map((move) => ({ extensionId: id, class: one, subjectId: move.id, fromAt: move.from, toAt: move.to })) });
  }
  ctx.record({ type: "extension", id, divisionCode: window.divisionPrefix === "" ? null : window.divisionPrefix.padEnd(6, "0"), after: { documentNo, classes, from, until, days, venueId, counts } });
  ctx.emit(ExtensionDeclared, { type: "extension", id }, { extensionId: id, documentNo });
  return { extensionId: id, counts };
});
