import type { PriorityState } from "@ttx/domain/priority-right/client";
import type { Tone } from "@ttx/ui/status-tag";

export const PRIORITY_TONES: Record<PriorityState, Tone> = { NAMED: "due", NOTIFIED: "waiting", EXERCISED: "live", WAIVED: "done", LAPSED: "ended" };
