import { confirmReview, dropNotice, giveNotice, readReview, returnReview, reviewQueue, revoke, stateView } from "@ttx/domain/review";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onReview = ({ params, body }: Parts): unknown => ({ ...(body as object | null), reviewId: params["id"] });

export const REVIEW_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/reviews", reviewQueue, { zh: "省级审核待办", en: "Reviews of the province" }),
  endpoint("GET", "/reviews/{id}", readReview, { zh: "省级审核详情", en: "One review" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/confirm", confirmReview, { zh: "审核通过", en: "Confirm a registration" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/return", returnReview, { zh: "退回重新认定", en: "Return a registration to its office" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/notice", giveNotice, { zh: "拟撤销告知", en: "Give notice of an intended revocation" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/statement", stateView, { zh: "当事人陈述", en: "State the party's view" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/drop-notice", dropNotice, { zh: "不予撤销", en: "Drop a notice" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/revoke", revoke, { zh: "撤销登记", en: "Revoke a registration" }, { input: onReview }),
];
