import type { ListingMaterial } from "@ttx/domain/listing/client";
import { parseYuan } from "@ttx/ui/format";

/** A listing as it stands in the form: everything as typed, so that nothing typed is lost. */
export type TypedListing = {
  readonly tradeMode: string;
  readonly licenceKind: string;
  readonly licenceYears: string;
  readonly price: string;
  readonly basis: string;
  readonly workingDays: string;
  readonly extensionCycles: string;
  readonly extensionDays: string;
  readonly buyerConditions: string;
  readonly paymentTerms: string;
  /** One a line. */
  readonly relatedParties: string;
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
  readonly ladder: readonly TypedRung[];
  readonly incrementMode: string;
  readonly priorityMode: string;
  readonly allowTopUpByLeader: boolean;
  readonly allowProxy: boolean;
  readonly hasReserve: boolean;
  readonly legalRegime: string;
  readonly identityMode: string;
  readonly standby: string;
  /** Not in the form; set by programs, and kept. */
  readonly hardStopSeconds: number | null;
  readonly forfeitSurplus: string;
  readonly materials: Readonly<Partial<Record<ListingMaterial, TypedMaterial>>>;
};
export type TypedRung = { readonly from: string; readonly step: string };
export type TypedMaterial = { readonly documentId: string | null; readonly documentName: string | null; readonly note: string };

const whole = (text: string): number | undefined => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);
const amount = (text: string): string | undefined => {
  const fen = parseYuan(text);
  return fen !== null && fen > 0n ? text : undefined;
};

/** What the API takes of it: an entry that is not yet a number or an amount waits until it is one. */
export function listingBody(typed: TypedListing): unknown {
  const isLicence = typed.tradeMode === "LICENCE";
  const percent = Number(typed.depositPercent);
  const rungs = typed.ladder.flatMap(({ from, step }) => (parseYuan(from || "0") !== null && amount(step) !== undefined ? [{ from: from || "0", step }] : []));
  return {
    tradeMode: typed.tradeMode,
    licenceKind: isLicence && typed.licenceKind !== "" ? typed.licenceKind : null,
    licenceYears: isLicence ? (whole(typed.licenceYears) ?? null) : null,
    price: amount(typed.price),
    basis: amount(typed.basis) ?? null,
    workingDays: whole(typed.workingDays) || undefined,
    extensionCycles: whole(typed.extensionCycles),
    extensionDays: whole(typed.extensionDays) || undefined,
    buyerConditions: typed.buyerConditions,
    paymentTerms: typed.paymentTerms,
    relatedParties: typed.relatedParties.split("\n").map((party) => party.trim()).filter((party) => party !== ""),
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
      incrementTable: rungs.length > 0 ? rungs : undefined,
      incrementMode: typed.incrementMode,
      priorityMode: typed.priorityMode,
      allowTopUpByLeader: typed.allowTopUpByLeader,
      allowProxy: typed.allowProxy,
      hasReserve: typed.hasReserve,
      legalRegime: typed.legalRegime,
      identityMode: typed.identityMode,
      standby: typed.standby,
      hardStopSeconds: typed.hardStopSeconds,
    },
    materials: Object.fromEntries(Object.entries(typed.materials).map(([code, item]) => [code, { documentId: item.documentId, note: item.note }])),
  };
}
