import type { ListingMaterial } from "@ttx/domain/listing/client";
import { parseYuan } from "@ttx/ui/format";

/** A listing as it stands in the form: everything as typed, so that nothing typed is lost. */
export type TypedListing = {
  readonly tradeMode: string;
  readonly licenceKind: string;
  readonly licenceYears: string;
  readonly licenceTerritory: string;
  readonly price: string;
  readonly basis: string;
  readonly workingDays: string;
  readonly extensionCycles: string;
  readonly extensionDays: string;
  readonly buyerConditions: string;
  readonly paymentTerms: string;
  /** One a line. */
  readonly relatedParties: string;
  readonly encumbrances: readonly TypedEncumbrance[];
  readonly defects: string;
  readonly hasCoOwnersOrPledgees: boolean;
  readonly isExportRestricted: boolean;
  readonly hasFreshApproval: boolean;
  readonly isTruthful: boolean;
  readonly ifSole: string;
  readonly ifSeveral: string;
  readonly depositPercent: string;
  readonly depositDue: string;
  readonly depositDays: string;
  readonly mayLeave: boolean;
  readonly format: string;
  readonly startDelayHours: string;
  readonly freeMinutes: string;
  readonly limitedSeconds: string;
  readonly limitedTrigger: string;
  readonly ladder: readonly TypedRung[];
  readonly incrementMode: string;
  readonly priorityMode: string;
  readonly allowTopUpByLeader: boolean;
  readonly allowProxy: boolean;
  readonly rounds: string;
  readonly roundMinutes: string;
  readonly revealMinutes: string;
  readonly pricePercent: string;
  /** One a line: name, then its weight in per cent. */
  readonly scoredItems: string;
  readonly scorers: string;
  readonly fallStepMinutes: string;
  readonly fallStepPercent: string;
  readonly fallFloorPercent: string;
  readonly fallFollowUp: string;
  readonly hasReserve: boolean;
  readonly legalRegime: string;
  readonly identityMode: string;
  readonly standby: string;
  /** Empty for none. */
  readonly hardStopMinutes: string;
  readonly viewingDays: string;
  readonly viewing: string;
  readonly forfeitSurplus: string;
  readonly materials: Readonly<Partial<Record<ListingMaterial, TypedMaterial>>>;
};
export type TypedEncumbrance = { readonly kind: string; readonly territory: string; readonly until: string; readonly detail: string };
export type TypedRung = { readonly from: string; readonly step: string };
export type TypedMaterial = { readonly documentId: string | null; readonly documentName: string | null; readonly note: string };

const whole = (text: string): number | undefined => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);
const amount = (text: string): string | undefined => {
  const fen = parseYuan(text);
  return fen !== null && fen > 0n ? text : undefined;
};

const basisPoints = (percent: string): number | undefined => (percent.trim() !== "" && Number.isFinite(Number(percent)) ? Math.round(Number(percent) * 100) : undefined);

function weightsOf({ pricePercent, scoredItems, scorers }: TypedListing): unknown {
  const items = scoredItems.split("\n").flatMap((row) => {
    const match = /^\s*(.+?)[\s,，:：]+(\d+(?:\.\d+)?)\s*%?\s*$/.exec(row);
    return match ? [{ name: match[1], weightBp: basisPoints(match[2] ?? "") ?? 0 }] : [];
  });
  return { priceWeightBp: basisPoints(pricePercent) ?? 0, items, scorers: whole(scorers) ?? 1 };
}

/** What the API takes of it: an entry that is not yet a number or an amount waits until it is one. */
export function listingBody(typed: TypedListing): unknown {
  const isLicence = typed.tradeMode === "LICENCE";
  const isAscending = typed.format === "F1" || typed.format === "F2";
  const percent = Number(typed.depositPercent);
  const rungs = typed.ladder.flatMap(({ from, step }) => (parseYuan(from || "0") !== null && amount(step) !== undefined ? [{ from: from || "0", step }] : []));
  return {
    tradeMode: typed.tradeMode,
    licenceKind: isLicence && typed.licenceKind !== "" ? typed.licenceKind : null,
    licenceYears: isLicence ? (whole(typed.licenceYears) ?? null) : null,
    licenceTerritory: typed.licenceTerritory.trim().length < 2 ? null : typed.licenceTerritory,
    price: amount(typed.price),
    basis: amount(typed.basis) ?? null,
    workingDays: whole(typed.workingDays) || undefined,
    extensionCycles: whole(typed.extensionCycles),
    extensionDays: whole(typed.extensionDays) || undefined,
    buyerConditions: typed.buyerConditions,
    paymentTerms: typed.paymentTerms,
    relatedParties: typed.relatedParties.split("\n").map((party) => party.trim()).filter((party) => party !== ""),
    disclosure: { encumbrances: typed.encumbrances, defects: typed.defects },
    declarations: { hasCoOwnersOrPledgees: typed.hasCoOwnersOrPledgees, isExportRestricted: typed.isExportRestricted, hasFreshApproval: typed.hasFreshApproval, isTruthful: typed.isTruthful },
    promise: {
      ifSole: typed.ifSole,
      ifSeveral: typed.ifSeveral,
      depositRateBp: Number.isFinite(percent) && percent > 0 ? Math.round(percent * 100) : undefined,
      depositDue: typed.depositDue === "AFTER_QUALIFICATION" ? { kind: "AFTER_QUALIFICATION", workingDays: whole(typed.depositDays) || 5 } : { kind: "AT_LISTING_END" },
      mayLeave: typed.mayLeave,
      forfeitSurplus: typed.forfeitSurplus,
    },
    bidding: {
      format: typed.format,
      startDelaySeconds: (whole(typed.startDelayHours) ?? 24) * 3_600,
      freeDurationSeconds: (whole(typed.freeMinutes) ?? 120) * 60,
      limitedSeconds: whole(typed.limitedSeconds) ?? 300,
      limitedTrigger: typed.format === "F1" ? typed.limitedTrigger : "ALWAYS",
      incrementTable: rungs.length > 0 ? rungs : undefined,
      incrementMode: typed.incrementMode,
      priorityMode: !isAscending && typed.priorityMode === "IN_HALL" ? "AFTER" : typed.priorityMode,
      allowTopUpByLeader: typed.allowTopUpByLeader,
      allowProxy: isAscending && typed.allowProxy,
      rounds: whole(typed.rounds) ?? 3,
      roundSeconds: (whole(typed.roundMinutes) ?? 60) * 60,
      revealSeconds: (whole(typed.revealMinutes) ?? 60) * 60,
      weights: typed.format === "F5" ? weightsOf(typed) : null,
      fallStepSeconds: Math.round((Number(typed.fallStepMinutes) || 5) * 60),
      fallStepBp: basisPoints(typed.fallStepPercent) ?? 100,
      fallFloorBp: basisPoints(typed.fallFloorPercent) ?? 9_000,
      fallFollowUp: typed.fallFollowUp,
      hasReserve: typed.hasReserve,
      legalRegime: typed.legalRegime,
      identityMode: typed.identityMode,
      standby: typed.standby,
      hardStopSeconds: isAscending && whole(typed.hardStopMinutes) ? whole(typed.hardStopMinutes)! * 60 : null,
      viewingDays: whole(typed.viewingDays) ?? 0,
      viewing: typed.viewing,
    },
    materials: Object.fromEntries(Object.entries(typed.materials).map(([code, item]) => [code, { documentId: item.documentId, note: item.note }])),
  };
}
