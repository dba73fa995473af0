export { declareProjectContract } from "./declare-project-contract.ts";
export { demandFunderAgrees } from "./funder-agrees.ts";
export { namesProject } from "./project-contract.rules.ts";
export { readProjectContract } from "./project-contract.queries.ts";
export { PROJECT_CONTRACT_TEXTS } from "./project-contract.texts.ts";
