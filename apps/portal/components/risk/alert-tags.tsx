import { ALERT_LEVEL_WORDS, RISK_ALERT_STATE_LABELS, type AlertLevel, type RiskAlertState } from "@ttx/domain/risk/client";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { LEVEL_TONES, STATE_TONES } from "./risk-texts.ts";

export function LevelTag({ lang, level }: { readonly lang: Lang; readonly level: AlertLevel }) {
  return <StatusTag tone={LEVEL_TONES[level]}>{pick(lang, ALERT_LEVEL_WORDS[level])}</StatusTag>;
}

export function AlertState({ lang, state }: { readonly lang: Lang; readonly state: RiskAlertState }) {
  return <StatusTag tone={STATE_TONES[state]}>{pick(lang, RISK_ALERT_STATE_LABELS[state])}</StatusTag>;
}
