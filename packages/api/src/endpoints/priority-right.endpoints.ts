import { answerOwnPriorityRight, answerPriorityRight, linkPriorityHolder, listOwnPriorityRights, listPriorityRights, namePriorityRight, notifyPriorityRight } from "@ttx/domain/priority-right";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onRight = ({ params, body }: Parts) => ({ ...(body as object | null), rightId: params["id"] });

export const PRIORITY_RIGHT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/priority-rights", listPriorityRights, { zh: "挂牌或公示的优先购买权人", en: "Holders of priority rights in a listing or notice" }),
  endpoint("POST", "/priority-rights", namePriorityRight, { zh: "登记优先购买权人", en: "Name a holder of a priority right" }, { status: 201 }),
  endpoint("POST", "/priority-rights/{id}/notify", notifyPriorityRight, { zh: "通知优先购买权人", en: "Notify a holder" }, { input: onRight }),
  endpoint("POST", "/priority-rights/{id}/answer", answerPriorityRight, { zh: "登记行使或放弃", en: "Record the holder's answer" }, { input: onRight }),
  endpoint("POST", "/priority-rights/{id}/link", linkPriorityHolder, { zh: "关联权利人账号", en: "Say which colleague the holder is" }, { input: onRight }),
  endpoint("GET", "/own/priority-rights", listOwnPriorityRights, { zh: "本人或本单位的优先购买权", en: "Priority rights that you or your organisation hold" }, { tag: "priority-rights" }),
  endpoint("POST", "/own/priority-rights/{id}/answer", answerOwnPriorityRight, { zh: "本人行使或放弃优先购买权", en: "Exercise or waive your priority right" }, { tag: "priority-rights", input: onRight }),
];
