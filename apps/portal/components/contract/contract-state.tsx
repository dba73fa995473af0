import { RECOGNITION_STATE_LABELS, type RecognitionState } from "@ttx/domain/recognition/client";
import { REVIEW_STATE_LABELS } from "@ttx/domain/review/client";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";

const TONES: Readonly<Record<RecognitionState, Tone>> = {
  DRAFT: "draft", SUBMITTED: "waiting", ACCEPTED: "active", CORRECTION: "due", SECOND_REVIEW: "active", REGISTERED: "done", REFUSED: "refused", RE_REVIEW: "due",
  CHANGE_PENDING: "active", CANCELLED: "ended", REVOKED: "refused", WITHDRAWN: "ended",
};
const REVIEW_TONES: Readonly<Record<keyof typeof REVIEW_STATE_LABELS, Tone>> = { PENDING: "waiting", CONFIRMED: "done", RETURNED: "due", REVOCATION_NOTICE: "due", REVOKED: "refused" };

export function ContractState({ lang, state }: { readonly lang: Lang; readonly state: RecognitionState }) {
  return <StatusTag tone={TONES[state]}>{pick(lang, RECOGNITION_STATE_LABELS[state])}</StatusTag>;
}

export function ReviewState({ lang, state }: { readonly lang: Lang; readonly state: keyof typeof REVIEW_STATE_LABELS }) {
  return <StatusTag tone={REVIEW_TONES[state]}>{pick(lang, REVIEW_STATE_LABELS[state])}</StatusTag>;
}
