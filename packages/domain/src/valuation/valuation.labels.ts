import type { ValuationMethod, ValuationWarning } from "./valuation.rules.ts";

type Label = { readonly zh: string; readonly en: string };

export const VALUATION_METHOD_LABELS: Record<ValuationMethod, Label> = { COST: { zh: "成本法", en: "Cost" }, MARKET: { zh: "市场法", en: "Market" }, INCOME: { zh: "收益法", en: "Income" } };

export const VALUATION_WARNING_LABELS: Record<ValuationWarning["code"], Label> = {
  APPRAISAL_REQUIRED: { zh: "国有企业转让须有资产评估，目前没有备案的评估报告（企业国有资产法第五十五条）。", en: "A state-owned enterprise sells on an appraisal; none is on record (企业国有资产法 55)." },
  NO_APPRAISAL: { zh: "没有备案的评估报告。受让方不是国有全资企业的，由单位决定是否评估，定价依据应能说明价格。", en: "No appraisal is on record. Unless the buyer is wholly state-owned the unit decides on one; the basis must explain the price." },
  APPRAISAL_OUT_OF_DATE: { zh: "最近的评估报告已过有效期，请重新评估或说明理由。", en: "The latest appraisal is out of date; appraise anew or give reasons." },
  FAR_BELOW_APPRAISAL: { zh: "价格低于评估值的 90%，须经原批准单位重新批准。", en: "The price lies below 90 % of the appraisal and needs a new approval." },
  FAR_ABOVE_APPRAISAL: { zh: "价格超过评估值的两倍，请核对金额。", en: "The price is more than twice the appraisal; check the amount." },
};
