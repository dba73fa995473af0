import type { Tone } from "@ttx/ui/status-tag";

export const INSPECTION_TONES: Readonly<Record<"DRAWN" | "PASSED" | "DEFECT_FOUND" | "REMEDIED" | "CLOSED" | "REFERRED", Tone>> = {
  DRAWN: "waiting", PASSED: "done", DEFECT_FOUND: "refused", REMEDIED: "active", CLOSED: "done", REFERRED: "ended",
};
