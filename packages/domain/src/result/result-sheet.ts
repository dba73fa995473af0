import type { Sheet } from "../bulk-import/index.ts";
import { IP_KINDS, TECH_FIELDS } from "../reference/index.ts";
import { RESULT_STAGE_LABELS, RIGHT_STATUS_LABELS, TRADE_MODE_LABELS } from "./result.labels.ts";
import { SUMMARY_MAX, TITLE_MAX } from "./result.schema.ts";
import { SUMMARY_MIN, TITLE_MIN } from "./result.rules.ts";

const YES_NO = ["是", "否"];
const zhOf = (labels: Readonly<Record<string, { readonly zh: string }>>): string[] => Object.values(labels).map(({ zh }) => zh);

/** The table of the bulk submission of results (成果汇交登记), a row a result. */
export const RESULT_SHEET: Sheet = {
  kind: "result",
  title: { zh: "科技成果汇交登记表", en: "Technology results" },
  maxRows: 20_000,
  columns: [
    { key: "title", heading: { zh: "成果名称", en: "Title" }, required: true, hint: { zh: `${TITLE_MIN} 至 ${TITLE_MAX} 个字。`, en: `${TITLE_MIN} to ${TITLE_MAX} characters.` }, example: "高强韧钛合金粉末近净成形技术" },
    { key: "titleEn", heading: { zh: "英文名称", en: "English title" }, required: false, hint: { zh: "可不填。", en: "May be empty." }, example: "Near-net-shape forming of titanium powder" },
    { key: "summary", heading: { zh: "成果简介", en: "Summary" }, required: true, hint: { zh: `${SUMMARY_MIN} 至 ${SUMMARY_MAX} 个字：解决什么问题、怎么解决、指标和应用情况。不得含国家秘密。`, en: `${SUMMARY_MIN} to ${SUMMARY_MAX} characters: the problem, the solution, figures, use. No state secret.` }, example: "针对航空结构件材料利用率低的问题，……" },
    { key: "field", heading: { zh: "技术领域", en: "Field" }, required: true, hint: { zh: "名称或两位代码。", en: "Name or two-digit code." }, example: "新材料及其应用", choices: TECH_FIELDS.leaves().map(({ zh }) => zh) },
    { key: "stage", heading: { zh: "所处阶段", en: "Stage" }, required: true, hint: { zh: zhOf(RESULT_STAGE_LABELS).join("、"), en: "Research, Pilot, Industrial" }, example: "中试阶段", choices: zhOf(RESULT_STAGE_LABELS) },
    { key: "readinessLevel", heading: { zh: "技术就绪度", en: "Readiness level" }, required: true, hint: { zh: "1 至 9 的整数（GB/T 22900）。", en: "A whole number from 1 to 9 (GB/T 22900)." }, example: "6", choices: ["1", "2", "3", "4", "5", "6", "7", "8", "9"] },
    { key: "tradeModes", heading: { zh: "交易方式", en: "Ways to trade" }, required: true, hint: { zh: `可多选，用顿号隔开：${zhOf(TRADE_MODE_LABELS).join("、")}。`, en: "One or several, separated by commas: Assignment, Licence, Equity contribution, …" }, example: "转让、许可" },
    { key: "askedPrice", heading: { zh: "意向价格（元）", en: "Asked price (yuan)" }, required: false, hint: { zh: "单位元，最多两位小数；不填时须选“价格可议：是”。", en: "In yuan, two decimals at most; when empty, say that it is negotiable." }, example: "1200000" },
    { key: "priceNegotiable", heading: { zh: "价格可议", en: "Negotiable" }, required: false, hint: { zh: "是 或 否，不填为否。", en: "yes or no." }, example: "否", choices: YES_NO },
    { key: "programme", heading: { zh: "来源计划", en: "Programme" }, required: false, hint: { zh: "名称或代码，例如：国家重点研发计划。", en: "Name or code." }, example: "国家重点研发计划" },
    { key: "projectNo", heading: { zh: "项目编号", en: "Project number" }, required: false, hint: { zh: "来源计划的项目编号。", en: "Number of the project in its programme." }, example: "2021YFB3701200" },
    { key: "divisionCode", heading: { zh: "所在地", en: "Place" }, required: false, hint: { zh: "六位行政区划代码，或“浙江省杭州市西湖区”这样的全称；不填为本单位所在地。", en: "Six-digit division code or full name; the organisation's own place when empty." }, example: "330106" },
    { key: "completers", heading: { zh: "完成人", en: "Completers" }, required: true, hint: { zh: "一人一行（单元格内换行）或用分号隔开：姓名|单位|份额。份额合计 100%。", en: "One a line, or separated by semicolons: name|unit|share. Shares add up to 100%." }, example: "钱研|材料学院|60%；孙创|材料学院|40%" },
    { key: "rights", heading: { zh: "知识产权", en: "Rights" }, required: false, hint: { zh: `一项一行或用分号隔开：类型|号码|名称|状态|申请日|授权日|有效期至。类型如${IP_KINDS.leaves("2").map(({ zh }) => zh).join("、")}、计算机软件著作权；状态如${zhOf(RIGHT_STATUS_LABELS).join("、")}；日期写作 2025-09-24，可不填。`, en: "One a line: kind|number|title|status|filed on|granted on|in force until." }, example: "发明专利|ZL202110123456.7|一种钛合金粉末近净成形方法|已授权|2021-03-01|2023-05-09" },
    { key: "secrecy", heading: { zh: "保密审查结论", en: "Secrecy review" }, required: true, hint: { zh: "只能填“不涉密”。涉密或不能确定的成果不得在本平台提交，请从表中删去。", en: "“NO” only: what touches a state secret, or may, cannot be handed in here. Take it out of the table." }, example: "不涉密", choices: ["不涉密"] },
    { key: "secrecyOfficer", heading: { zh: "保密审查责任人", en: "Answers for secrecy" }, required: true, hint: { zh: "本单位负责保密审查的人。", en: "Who answers for the secrecy review." }, example: "周慎" },
    { key: "contactName", heading: { zh: "联系人", en: "Contact" }, required: true, hint: { zh: "公开显示。", en: "Shown in public." }, example: "赵联" },
    { key: "contactPhone", heading: { zh: "联系电话", en: "Telephone" }, required: true, hint: { zh: "手机、带区号的固定电话或 400 电话，公开显示。", en: "Mobile, landline with area code, or 400 number; shown in public." }, example: "0571-88001234" },
  ],
};
