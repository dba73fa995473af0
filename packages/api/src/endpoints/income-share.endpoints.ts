import { adoptPlan, listEquityDeals, listIncomeShares, listMyRewards, objectToPlan, payShare, readIncomeShare, readOwnTerms, recordShares, ruleShareObjection, setOwnTerms, superviseIncomeShares } from "@ttx/domain/income-share";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onShare = ({ params, body }: Parts) => ({ ...(body as object | null), incomeShareId: params["id"] });

export const INCOME_SHARE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/income-shares", listIncomeShares, { zh: "本单位的收益分配", en: "Distributions of one's own unit" }),
  endpoint("GET", "/income-shares/supervised", superviseIncomeShares, { zh: "辖区内的收益分配", en: "Distributions in one's jurisdiction" }),
  endpoint("GET", "/income-shares/mine", listMyRewards, { zh: "我的奖酬", en: "One's own rewards" }),
  endpoint("GET", "/income-shares/equity-deals", listEquityDeals, { zh: "待登记股权的作价入股项目", en: "Deals whose shares are not entered yet" }),
  endpoint("GET", "/income-shares/own-terms", readOwnTerms, { zh: "本单位奖酬的公示期和发放期限", en: "How long one's own unit shows a reward, and by when it pays" }),
  endpoint("POST", "/income-shares/own-terms", setOwnTerms, { zh: "登记本单位奖酬办法的公示期和发放期限", en: "Enter what one's own rule says of notice and payment" }, { status: 201 }),
  endpoint("GET", "/income-shares/{id}", readIncomeShare, { zh: "查看收益分配", en: "Read a distribution" }, { input: onShare }),
  endpoint("POST", "/deals/{id}/shares", recordShares, { zh: "登记作价入股取得的股权", en: "Enter the shares obtained for a result" }, { tag: "income-shares", status: 201, input: ({ params, body }) => ({ ...(body as object | null), dealId: params["id"] }) }),
  endpoint("POST", "/income-shares/{id}/plan", adoptPlan, { zh: "通过分配方案并公示", en: "Adopt the plan and put it on notice" }, { input: onShare }),
  endpoint("POST", "/income-shares/{id}/objections", objectToPlan, { zh: "对奖酬公示提出异议", en: "Object to a distribution" }, { status: 201, input: onShare }),
  endpoint("POST", "/income-share-objections/{id}/ruling", ruleShareObjection, { zh: "处理奖酬公示异议", en: "Rule on such an objection" }, { tag: "income-shares", input: ({ params, body }) => ({ ...(body as object | null), objectionId: params["id"] }) }),
  endpoint("POST", "/income-shares/{id}/pay", payShare, { zh: "登记奖酬已发放", en: "Enter that the reward was paid" }, { input: onShare }),
];
