import type { MAIL_STATE_LABELS } from "@ttx/domain/operations/client";
import type { Tone } from "@ttx/ui/status-tag";

export const MAIL_TONES: Record<keyof typeof MAIL_STATE_LABELS, Tone> = { QUEUED: "waiting", SENT: "done", KEPT: "ended", FAILED: "refused" };
