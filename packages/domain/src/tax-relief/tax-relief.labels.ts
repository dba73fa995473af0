import type { IncomeExclusion, IncomeWarning } from "./enterprise-income-tax.rules.ts";
import type { RewardObstacle } from "./personal-income-tax.rules.ts";
import type { StampWarning } from "./stamp-duty.rules.ts";
import type { VatWarning } from "./value-added-tax.rules.ts";

/** What a tax result warns of, and why a relief is not given. */
export const TAX_NOTE_LABELS: Readonly<Record<VatWarning | IncomeExclusion | IncomeWarning | RewardObstacle | StampWarning, { readonly zh: string; readonly en: string }>> = {
  VAT_EXEMPTION_NOT_CONFIRMED_SINCE_2026: { zh: "2026年1月1日起增值税法施行，原免税政策是否延续尚未核实，请向税务机关确认。", en: "The VAT Law applies since 2026-01-01; whether the exemption continues is not confirmed. Ask the tax body." },
  VAT_GOODS_NOT_SEPARATED: { zh: "货物与技术价款未分别核算，可能全部不得免税。", en: "Goods and technology are not kept apart; the whole sum may lose the relief." },
  VAT_NO_SEPARATE_ACCOUNTS: { zh: "免税项目未单独核算，不得免税。", en: "Without separate accounts there is no relief." },
  VAT_NOT_REGISTERED: { zh: "合同未经认定登记，不得免税。", en: "Only registered contracts are exempt." },
  VAT_WAIVED: { zh: "已放弃免税，36个月内不得再申请。", en: "The relief was waived; none for 36 months." },
  VAT_CLASS_NOT_EXEMPT: { zh: "该类合同不属于免税范围。", en: "This class of contract is not exempt." },
  VAT_LOCAL_RULE_USED: { zh: "按地方条例，与开发、转让合同相关的中介收入比照该合同。", en: "Local rule: intermediary income tied to the contract is treated like it." },
  VAT_NO_SPECIAL_INVOICE: { zh: "免税收入不得开具增值税专用发票，对应进项税额不得抵扣。", en: "No special invoice and no input credit for exempt sales." },
  CLASS_NOT_ELIGIBLE: { zh: "开发、咨询、服务合同不适用技术转让所得减免。", en: "Only transfer and licence qualify." },
  OBJECT_NOT_LISTED: { zh: "专利申请权、技术秘密不在减免范围所列技术之内（财税〔2010〕111号）。", en: "Patent applications and technical secrets are not among the listed technologies (财税〔2010〕111号)." },
  NOT_REGISTERED: { zh: "合同未经认定登记。", en: "The contract is not registered." },
  LICENCE_TOO_SHORT: { zh: "许可年限不足。", en: "The licence is too short." },
  LICENCE_MODE_NOT_ELIGIBLE: { zh: "当年仅独占许可适用。", en: "Only exclusive licences qualified in that year." },
  NO_SEPARATE_ACCOUNTS: { zh: "未单独核算技术转让所得。", en: "The transfer income is not kept in separate accounts." },
  WHOLLY_RELATED: { zh: "来自直接或间接持股100%关联方的所得不享受减免。", en: "Income from a wholly related party does not qualify." },
  EIT_PILOT_DATES_NOT_CONFIRMED: { zh: "试点地区政策的起止日期尚未核实。", en: "The dates of the pilot are not confirmed." },
  EIT_LOSS_IS_NO_RELIEF: { zh: "技术转让所得为负，亏损不产生减免。", en: "A loss is not a relief." },
  EIT_INCOME_EXCLUDED: { zh: "部分合同的所得不符合条件，未计入。", en: "Income of some contracts does not qualify and was left out." },
  CONTRACT_NOT_REGISTERED: { zh: "转化合同未经认定登记。", en: "The contract is not registered." },
  PAID_AFTER_36_MONTHS: { zh: "奖励应在取得转化收入后36个月内发放。", en: "The reward must be paid within 36 months of the income." },
  NOT_POSTED: { zh: "人员名单与金额未公示。", en: "Names and amounts were not posted." },
  NOT_A_NON_PROFIT_INSTITUTION: { zh: "仅适用于非营利性研究开发机构和高等学校。", en: "Only non-profit institutes and universities." },
  BEFORE_THE_RULE: { zh: "发放日早于政策施行日。", en: "Paid before the rule took effect." },
  STAMP_ON_SETTLEMENT: { zh: "合同未载金额，按实际结算金额计税。", en: "No amount stated: the duty is due on settlement." },
  STAMP_RESEARCH_MONEY_NOT_CONFIRMED: { zh: "研究开发经费不计税依据1989年规定，请核实是否仍适用。", en: "Leaving out research money follows a rule of 1989: check that it still applies." },
};
