export { submitContract } from "./submit-contract.ts";
export { withdrawContract } from "./withdraw-contract.ts";
export { claimFile } from "./claim-file.ts";
export { releaseFile } from "./release-file.ts";
export { acceptFile } from "./accept-file.ts";
export { askCorrection } from "./ask-correction.ts";
export { refuseFile } from "./refuse-file.ts";
export { registerContract, sendToSecondReview } from "./register-contract.ts";
export { secondRefuse, secondRegister } from "./second-review.ts";
export { missCorrection } from "./miss-correction.ts";
export { escalateDeadline, warnOfDeadline } from "./watch-deadline.ts";
export { cancelContract, cancelOfOwnMotion } from "./cancel-contract.ts";
export { decideChange, requestChange } from "./change-registration.ts";
export { askReconsideration, OBJECTING_BODIES, recordObjection } from "./object-to-registration.ts";
export { readOfficeScope, setOfficeScope } from "./office-scope.ts";
export { reDecide } from "./re-decide.ts";
export { LIST_BANDS, listRegistrations } from "./list-registrations.ts";
export { queueCounts, readFile, registrationQueue } from "./recognition.queries.ts";
export { readCertificate, verifyRegistration } from "./registration.queries.ts";
export { ReadCertificateInput } from "./recognition.schema.ts";
export { RECOGNITION_TEXTS } from "./recognition.texts.ts";
export { RECOGNITION_STATE_LABELS } from "./recognition.labels.ts";
export { BLOCKING_STATES, STANDING_STATES, type RecognitionState } from "./recognition.machine.ts";
export { CertificateRecord } from "./certificate.schema.ts";
export {
  ContractAmended, ContractCancelled, ContractRefused, ContractRegistered, ContractRevoked, ContractSubmitted, RegistrationReDecided, type RegistrationFacts,
} from "./recognition.events.ts";
export { likeFiles } from "./duplicates.ts";
export { sameContract } from "./one-place.ts";
// For the provincial review.
export { reopenRegistration, revokeRegistration } from "./re-decide.ts";
export { certificateHash } from "./issue-certificate.ts";
export { ruleSet, ruleSetOn, type RuleSetCode } from "./rule-sets.rules.ts";
export { extendCorrections, extendDecisions } from "./extend-files.ts";
