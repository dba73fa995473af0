import type { Texts } from "../shared/texts.ts";

export const EXPORT_CONTROL_TEXTS = {
  EXPORT_NOT_CHECKED: { zh: "受让方在境外、为外商投资企业或技术将在境外使用，须先由双人完成技术出口归类；请转让方在“技术出口”中办理。", en: "The buyer is abroad or foreign-funded, or the use is: two persons classify the technology first. The seller does so under “Technology export”." },
  EXPORT_BLOCKED: { zh: "该技术禁止出口或许可未获批准，不能与该受让方交易。", en: "This technology must not be exported, or the authority refused; no deal with this buyer." },
  EXPORT_PAPER_MISSING: { zh: "技术出口手续未到这一步：限制出口的，取得许可意向书后才能洽谈、竞价；手续办结后才能出具凭证。请在“技术出口”中查看所缺文件。", en: "The export procedure has not come so far: with restricted technology the letter of intent precedes talks and bidding, and the certificate waits until all is cleared. See “Technology export” for the paper that is missing." },
  EXPORT_CATALOGUE_ITEM: { zh: "目录条目编号应为六位数字加 J（禁止）或 X（限制），如 050302J；不在目录内请留空。", en: "An item is six digits and J (prohibited) or X (restricted), as 050302J; leave it empty where none fits." },
  EXPORT_BUYER_IS_SELLER: { zh: "受让方不能是本单位。", en: "The buyer cannot be the seller." },
  EXPORT_FIRST_FINDINGS_MISSING: { zh: "请等待转让方先提交自查结论。", en: "The seller's findings come first." },
  EXPORT_PAPER_IN_FUTURE: { zh: "签发日期不能晚于今天。", en: "The day of issue cannot lie in the future." },
  EXPORT_PAPER_NOT_NEEDED: { zh: "该项归类不需要这种文件。", en: "The class does not ask for this paper." },
  EXPORT_PAPER_ENTERED_ALREADY: { zh: "该文件已登记。", en: "This paper has been entered already." },
} as const satisfies Texts;
