import { draftContract, editContract, endReader, listOwnContracts, listReaders, nameReader, openContractFromDeal, readContract } from "@ttx/domain/contract";
import { cancelContract, requestChange, submitContract, withdrawContract } from "@ttx/domain/recognition";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onContract = ({ params, body }: Parts): unknown => ({ ...(body as object | null), contractId: params["id"] });

export const CONTRACT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/contracts", listOwnContracts, { zh: "本单位的技术合同", en: "Own contracts" }),
  endpoint("POST", "/contracts", draftContract, { zh: "新建技术合同登记表", en: "Open a registration form" }, { status: 201 }),
  endpoint("POST", "/deals/{id}/contract", openContractFromDeal, { zh: "由成交生成技术合同登记表", en: "Open the registration form of a deal" }, {
    tag: "contracts",
    status: 201,
    input: ({ params }) => ({ dealId: params["id"] }),
  }),
  endpoint("GET", "/contracts/{id}", readContract, { zh: "技术合同登记申请详情", en: "One registration file" }, { input: onContract }),
  endpoint("PATCH", "/contracts/{id}", editContract, { zh: "修改登记表", en: "Edit a registration form" }, { input: onContract }),
  endpoint("POST", "/contracts/{id}/submit", submitContract, { zh: "提交登记申请", en: "File a contract for registration" }, { input: onContract }),
  endpoint("POST", "/contracts/{id}/withdraw", withdrawContract, { zh: "撤回登记申请", en: "Withdraw a file" }, { input: onContract }),
  endpoint("POST", "/contracts/{id}/change", requestChange, { zh: "申请变更登记", en: "Ask for a change of a registration" }, { input: onContract }),
  endpoint("POST", "/contracts/{id}/cancel", cancelContract, { zh: "申请注销登记", en: "Cancel a registration" }, { input: onContract }),
  endpoint("GET", "/contracts/{id}/readers", listReaders, { zh: "保密合同知悉人员", en: "Who may read a confidential contract" }, { input: onContract }),
  endpoint("POST", "/contracts/{id}/readers", nameReader, { zh: "指定知悉人员", en: "Name a reader of a confidential contract" }, { input: onContract, status: 201 }),
  endpoint("POST", "/contracts/{id}/readers/{personId}/end", endReader, { zh: "终止知悉", en: "End a reader" }, { input: ({ params }) => ({ contractId: params["id"], personId: params["personId"] }) }),
];
