export { DISPOSAL_DEMANDS, type DisposalDemand } from "./project-contract.rules.ts";
export { DISPOSAL_DEMAND_LABELS } from "./project-contract.labels.ts";
