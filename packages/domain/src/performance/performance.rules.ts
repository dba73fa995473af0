import { addDays, type Day } from "../shared/clock.ts";
import { fen, minFen, ZERO_FEN, type Fen } from "../shared/money.ts";

export type Receipt = {
  readonly amountFen: bigint;
  /** What the invoices show apart as technical; null when they do not. */
  readonly technicalFen: bigint | null;
  readonly instalmentNo: number | null;
};

export type IncomeState = {
  readonly receivedFen: Fen;
  /** Received beyond what is registered: royalties are added by a change of the registration before anything is claimed on them. */
  readonly unregisteredFen: Fen;
  /** 技术性收入 to date. */
  readonly technicalIncomeFen: Fen;
};

/**
 * 技术性收入 TI(t) = Σ received(t) × TA / T, unless invoices separate the parts (R2001 Art. 52(3)). Only registered money counts, and never more
 * than the registered technical amount: both totals are corrected before claiming (R2001 Art. 51). Rounded down once, on the sum.
 */
export function technicalIncome(receipts: readonly Receipt[], turnoverFen: bigint, technicalFen: bigint): IncomeState {
  const receivedFen = fen(receipts.reduce((sum, { amountFen }) => sum + amountFen, 0n));
  const registeredFen = minFen(receivedFen, turnoverFen);
  const apart = receipts.filter((one) => one.technicalFen !== null);
  const apartFen = apart.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const apartTechnicalFen = apart.reduce((sum, one) => sum + one.technicalFen!, 0n);
  const mixedFen = registeredFen > apartFen ? registeredFen - apartFen : 0n;
  const sharedFen = turnoverFen > 0n ? (mixedFen * technicalFen) / turnoverFen : 0n;
  return {
    receivedFen,
    unregisteredFen: fen(receivedFen > turnoverFen ? receivedFen - turnoverFen : 0n),
    technicalIncomeFen: minFen(apartTechnicalFen + sharedFen, technicalFen),
  };
}

export type PlannedInstalment = { readonly no: number; readonly dueOn: Day | null; readonly amountFen: bigint; readonly estimated: boolean };
export type InstalmentState = PlannedInstalment & { readonly receivedFen: Fen; readonly openFen: Fen; readonly overdue: boolean };

/** What of each instalment has come in. */
export function instalmentStates(plan: readonly PlannedInstalment[], receipts: readonly Receipt[], today: Day): readonly InstalmentState[] {
  return plan.map((one) => {
    const receivedFen = fen(receipts.filter(({ instalmentNo }) => instalmentNo === one.no).reduce((sum, { amountFen }) => sum + amountFen, 0n));
    const openFen = receivedFen < one.amountFen ? fen(one.amountFen - receivedFen) : ZERO_FEN;
    // An estimate is nothing to be late with.
    return { ...one, receivedFen, openFen, overdue: !one.estimated && openFen > 0n && one.dueOn !== null && one.dueOn < today };
  });
}

/** A royalty: base × rate, rounded half up to the fen. */
export function royaltyFen(baseFen: bigint, rateBp: number): Fen {
  return fen((baseFen * BigInt(rateBp) + 5_000n) / 10_000n);
}

/** Something to be reminded of, and the days on which that is done. */
export type Duty = { readonly kind: "instalment" | "milestone" | "term"; readonly no: number; readonly dueOn: Day };
export type ReminderSettings = { readonly aheadDays: number; readonly termAheadDays: number };
export const DEFAULT_REMINDERS: ReminderSettings = { aheadDays: 7, termAheadDays: 15 };

export type Reminder = Duty & { readonly late: boolean };

function daysOf(duty: Duty, { aheadDays, termAheadDays }: ReminderSettings): readonly (readonly [on: Day, late: boolean])[] {
  return [[addDays(duty.dueOn, -(duty.kind === "term" ? termAheadDays : aheadDays)), false], [addDays(duty.dueOn, 1), true]];
}

/** What is to be said on a day. */
export function remindersOn(on: Day, duties: readonly Duty[], settings: ReminderSettings): readonly Reminder[] {
  return duties.flatMap((duty) => daysOf(duty, settings).flatMap(([day, late]) => (day === on ? [{ ...duty, late }] : [])));
}

/** The next day after `today` on which something is to be said; undefined when nothing is left. */
export function nextReminderOn(today: Day, duties: readonly Duty[], settings: ReminderSettings): Day | undefined {
  return duties.flatMap((duty) => daysOf(duty, settings).map(([day]) => day)).filter((day) => day > today).toSorted()[0];
}

export type RegisteredTerms = { readonly turnoverFen: bigint; readonly instalments: readonly { readonly dueOn: Day | null; readonly amountFen: bigint; readonly estimated: boolean; readonly note: string }[] };
export type ConfirmedRoyalty = { readonly no: number; readonly amountFen: bigint; readonly periodFrom: Day; readonly periodTo: Day };

/** How a royalty that has been added to the registration is told again. */
export function royaltyNote({ periodFrom, periodTo }: Pick<ConfirmedRoyalty, "periodFrom" | "periodTo">): string {
  return `提成 ${periodFrom} 至 ${periodTo}`;
}

/**
 * The change of the registration that adds confirmed royalties (变更登记, §6): T grows by each, an estimate of the form is used up first. Undefined
 * when all of them are registered.
 */
export function royaltyChange({ turnoverFen, instalments }: RegisteredTerms, royalties: readonly ConfirmedRoyalty[]): RegisteredTerms | undefined {
  const notes = new Set(instalments.map(({ note }) => note));
  const fresh = royalties.filter((one) => one.amountFen > 0n && !notes.has(royaltyNote(one)));
  if (fresh.length === 0) return undefined;
  let left = fresh.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  let usedFen = 0n;
  const kept = instalments.flatMap((one) => {
    if (!one.estimated || left === 0n) return [one];
    const used = one.amountFen < left ? one.amountFen : left;
    left -= used;
    usedFen += used;
    return used === one.amountFen ? [] : [{ ...one, amountFen: one.amountFen - used }];
  });
  const added = fresh.map((one) => ({ dueOn: null, amountFen: one.amountFen, estimated: false, note: royaltyNote(one) }));
  const addedFen = added.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return { turnoverFen: turnoverFen - usedFen + addedFen, instalments: [...kept.filter(({ estimated }) => !estimated), ...added, ...kept.filter(({ estimated }) => estimated)] };
}
