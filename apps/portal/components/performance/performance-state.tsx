import { PERFORMANCE_STATE_LABELS, type PerformanceState } from "@ttx/domain/performance/client";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";

const TONES: Readonly<Record<PerformanceState, Tone>> = { PERFORMING: "active", DELIVERED: "due", ACCEPTED: "active", COMPLETED: "done", TERMINATED: "ended" };

export function PerformanceStateTag({ lang, state }: { readonly lang: Lang; readonly state: PerformanceState }) {
  return <StatusTag tone={TONES[state]}>{pick(lang, PERFORMANCE_STATE_LABELS[state])}</StatusTag>;
}
