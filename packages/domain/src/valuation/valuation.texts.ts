import type { Texts } from "../shared/texts.ts";

export const VALUATION_TEXTS = {
  VALUATION_IN_FUTURE: { zh: "评估基准日不得晚于今天。", en: "The day of the valuation cannot lie ahead." },
  VALUATION_RANGE: { zh: "评估值应在区间之内。", en: "The value must lie within its range." },
  VALUATION_DOCUMENT_NOT_FREE: { zh: "请上传本单位的评估报告文件；已用于其他事项的文件不能重复使用。", en: "Upload the report as a file of your own organisation; one in another procedure cannot serve again." },
  VALUATION_ON_RECORD: { zh: "该报告编号已备案，请核对。", en: "A report of this number is on record already." },
  VALUATION_WITHDRAWN: { zh: "该报告已撤回。", en: "The report has been withdrawn." },
  NOTICE_APPRAISAL_REQUIRED: { zh: "国有企业转让须先备案有效的资产评估报告，且价格不低于评估值的 90%（企业国有资产法第五十五条）。请先在成果页面备案评估报告。", en: "A state-owned enterprise needs a valid appraisal on record and a price of at least 90 % of it (企业国有资产法 55). Put the report on record at the result first." },
} as const satisfies Texts;
