import { ALERT_LEVELS, type AlertLevel, type RiskAlertState } from "./risk-alert.machine.ts";

export type KnownAlert = { readonly id: string; readonly state: RiskAlertState; readonly level: AlertLevel; readonly recordIds: readonly string[] };
export type FreshSignal = { readonly level: AlertLevel; readonly recordIds: readonly string[] };

export type Growth = { readonly does: "open" } | { readonly does: "grow"; readonly alertId: string; readonly level: AlertLevel } | { readonly does: "nothing" };

export function higherLevel(a: AlertLevel, b: AlertLevel): AlertLevel {
  return ALERT_LEVELS.indexOf(a) >= ALERT_LEVELS.indexOf(b) ? a : b;
}

/**
 * What a signal does beside the alerts of its rule that share a record with it: an open one grows by new records or a higher level; what a
 * person concluded stays concluded, unless records join that he did not see.
 */
export function growthOf(signal: FreshSignal, known: readonly KnownAlert[]): Growth {
  const sees = (alert: KnownAlert): boolean => signal.recordIds.every((id) => alert.recordIds.includes(id));
  const open = known.find(({ state }) => state !== "CONCLUDED");
  if (open) {
    const level = higherLevel(open.level, signal.level);
    return sees(open) && level === open.level ? { does: "nothing" } : { does: "grow", alertId: open.id, level };
  }
  return known.some(sees) ? { does: "nothing" } : { does: "open" };
}
