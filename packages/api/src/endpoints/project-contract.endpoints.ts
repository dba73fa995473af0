import { declareProjectContract, readProjectContract } from "@ttx/domain/project-contract";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const ofResult = ({ params, body }: Parts) => ({ ...(body as object | null), resultId: params["id"] });

export const PROJECT_CONTRACT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/results/{id}/project-contract", readProjectContract, { zh: "成果的项目合同对处置的约定", en: "What the project contract says of disposing of a result" }, { open: true, tag: "results", input: ofResult }),
  endpoint("PUT", "/results/{id}/project-contract", declareProjectContract, { zh: "申报项目合同约定与资助方同意", en: "Declare the project contract and the funder's consent" }, { tag: "results", input: ofResult }),
];
