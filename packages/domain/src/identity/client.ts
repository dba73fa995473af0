// The browser's door: labels and pure rules without the database, the divisions or anything secret.
export { ORGANISATION_KIND_LABELS, ORGANISATION_STATE_LABELS } from "./organisation.labels.ts";
export { ORGANISATION_KINDS, isNaturalPerson, partyTypeFits, type OrganisationKind } from "./organisation-kind.rules.ts";
export type { OrganisationState } from "./organisation.machine.ts";
export { creditCodeProblem, normaliseCreditCode } from "./credit-code.rules.ts";
export { passwordProblems, PASSWORD_MIN_LENGTH } from "./password.rules.ts";
