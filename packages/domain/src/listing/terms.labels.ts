import type { Texts } from "../shared/texts.ts";
import type { ListingEvent } from "./listing.machine.ts";
import type { ListingMaterial, SellerClass } from "./listing.rules.ts";
import type { ListingTradeMode, PriorityGround } from "./listing.schema.ts";
import type { OfferMode } from "./rights.rules.ts";

type Label = { readonly zh: string; readonly en: string };

export const LISTING_MODE_LABELS: Record<ListingTradeMode, Label> = {
  ASSIGNMENT: { zh: "转让", en: "Assignment" },
  LICENCE: { zh: "许可", en: "Licence" },
  EQUITY: { zh: "作价投资", en: "Equity contribution" },
};

export { LICENCE_KIND_LABELS } from "../terms/index.ts";

export const SELLER_CLASS_LABELS: Record<SellerClass, Label> = {
  STATE_INSTITUTE: { zh: "国家设立的研究开发机构、高等院校", en: "State institute or university" },
  STATE_OWNED_ENTERPRISE: { zh: "国有企业", en: "State-owned enterprise" },
  PRIVATE: { zh: "其他单位或个人", en: "Private seller" },
};

export const LISTING_GROUP_LABELS = {
  open: { zh: "正在挂牌", en: "Open" },
  trading: { zh: "成交程序中", en: "Being traded" },
  sold: { zh: "已成交", en: "Sold" },
  ended: { zh: "未成交", en: "Not sold" },
} as const satisfies Texts;

/** A line of the public timeline. */
export const LISTING_EVENT_LABELS: Record<ListingEvent, Label> = {
  submit: { zh: "提交申请", en: "Submitted" },
  returnForRework: { zh: "退回修改", en: "Returned for rework" },
  reject: { zh: "不予受理", en: "Rejected" },
  accept: { zh: "交易机构受理", en: "Accepted by the exchange" },
  publish: { zh: "正式挂牌，公告期开始", en: "Published; the announcement period starts" },
  amend: { zh: "变更公告内容，公告期重新计算", en: "Terms amended; the period starts anew" },
  suspend: { zh: "中止", en: "Suspended" },
  resume: { zh: "恢复", en: "Resumed" },
  terminate: { zh: "终结", en: "Terminated" },
  withdraw: { zh: "转让方撤牌", en: "Withdrawn by the seller" },
  extend: { zh: "公告期满无合格受让方，延牌", en: "Nobody qualified; the period was extended" },
  lapse: { zh: "公告期满，到期终结", en: "Lapsed at the end of the period" },
  agreeWithSole: { zh: "公告期满，征得一家合格受让方，协议成交", en: "One qualified buyer: the price is agreed" },
  agreeAsAnnounced: { zh: "公告期满，按公告约定协商成交", en: "Several qualified buyers: talks as announced" },
  openBidding: { zh: "公告期满，征得两家以上合格受让方，进入竞价", en: "Two or more qualified buyers: bidding opens" },
  award: { zh: "成交", en: "Awarded" },
  failToSell: { zh: "未能成交", en: "Not sold" },
  annul: { zh: "成交无效", en: "Annulled" },
  startContracting: { zh: "进入签约", en: "Contracting" },
  settle: { zh: "合同签订，进入结算", en: "Contract signed; settling" },
  certify: { zh: "出具交易凭证", en: "Transaction certificate issued" },
  close: { zh: "办结", en: "Closed" },
  default: { zh: "受让方违约", en: "The buyer defaulted" },
  offerToReserve: { zh: "转由备选受让方成交", en: "Offered to the reserve bidder" },
};

export const BIDDING_FORMAT_LABELS = {
  F1: { zh: "自由竞价期 + 限时竞价期", en: "Free period, then a limited one that every bid renews" },
  F2: { zh: "单一竞价期，临近结束有出价则顺延", en: "One period, extended by a bid near its end" },
  F3: { zh: "一次密封报价", en: "One sealed bid each" },
  F4: { zh: "多轮密封报价，每轮只公布最高价", en: "Sealed rounds; each publishes only the top price" },
  F5: { zh: "权重报价（价格与方案综合评分）", en: "Weighted: price and plan are scored together" },
  F6: { zh: "减价竞价，先接受者得", en: "Descending price; the first to accept has it" },
} as const satisfies Texts;

export const LIMITED_TRIGGER_LABELS = {
  ALWAYS: { zh: "自由竞价期结束即进入限时竞价期", en: "The limited period follows the free one" },
  CONTEST: { zh: "自由竞价期最后一小时内有两家以上出价的，间歇后进入限时竞价期；否则最高报价者成交", en: "Only if two or more bid in the last hour of the free period a limited one follows, after a pause; else the highest bidder has it" },
} as const satisfies Texts;

export const FALL_FOLLOW_UP_LABELS = {
  NONE: { zh: "首个接受者成交", en: "The first acceptance wins" },
  SEALED_AND_BEST: { zh: "首个接受后，其他竞买人可密封加价，首个接受者可再报最优价", en: "After the first acceptance others may go above it under seal, then the first may bid once more" },
} as const satisfies Texts;

export const INCREMENT_MODE_LABELS = {
  AT_LEAST: { zh: "加价不低于一个幅度", en: "At least one step" },
  MULTIPLE: { zh: "加价为幅度的整数倍", en: "Whole multiples of the step" },
} as const satisfies Texts;

export const PRIORITY_MODE_LABELS = {
  NONE: { zh: "无优先购买权行使程序", en: "No priority procedure" },
  IN_HALL: { zh: "优先权人场内同价行使", en: "Priority holders match in the hall" },
  AFTER: { zh: "优先权人竞价结束后行使", en: "Priority holders answer after the close" },
} as const satisfies Texts;

export const PRIORITY_GROUND_LABELS: Record<PriorityGround, Label> = {
  COMPLETER: { zh: "职务成果完成人（民法典第八百四十七条）", en: "Completer of a service result (Civil Code 847)" },
  CLIENT: { zh: "委托开发的委托人（民法典第八百五十九条）", en: "Client of a commissioned development (Civil Code 859)" },
  CO_APPLICANT: { zh: "共同申请人（民法典第八百六十条）", en: "Co-applicant (Civil Code 860)" },
  CONTRACT: { zh: "约定的优先权", en: "Priority by contract" },
};

export const LEGAL_REGIME_LABELS = {
  VENUE_BIDDING: { zh: "网络竞价（适用交易机构规则）", en: "Online bidding under the exchange's rules" },
  AUCTION_LAW: { zh: "拍卖（适用拍卖法）", en: "Auction under the Auction Law" },
} as const satisfies Texts;

export const OFFER_MODE_LABELS: Record<OfferMode, Label> = {
  TRANSFER: { zh: "转让", en: "Assignment" },
  LICENCE_EXCLUSIVE: { zh: "独占许可", en: "Exclusive licence" },
  LICENCE_SOLE: { zh: "排他许可", en: "Sole licence" },
  LICENCE_ORDINARY: { zh: "普通许可", en: "Ordinary licence" },
  EQUITY: { zh: "作价入股", en: "Equity contribution" },
};

export const IDENTITY_MODE_LABELS = {
  TYPE_AND_REGION: { zh: "只公布受让方类型和所在地区", en: "Only the winner's kind and region are published" },
  WINNER_NAMED: { zh: "公布受让方名称", en: "The winner is named" },
} as const satisfies Texts;

export const STANDBY_LABELS = {
  RESALE_ONLY: { zh: "受让方违约的，重新挂牌", en: "On default the lot is listed again" },
  OFFER_TO_RESERVE: { zh: "受让方违约的，可由备选受让方按其报价成交", en: "On default the reserve bidder may take the lot at his own price" },
} as const satisfies Texts;

export const MATERIAL_LABELS: Record<ListingMaterial, Label> = {
  APPLICATION: { zh: "挂牌申请", en: "Application" },
  SUBJECT_IDENTITY: { zh: "转让方主体资格证明", en: "Identity of the seller" },
  TITLE_PROOF: { zh: "权属证明", en: "Proof of title" },
  DECISION_PAPER: { zh: "内部决策文件", en: "Decision paper" },
  PRICE_BASIS: { zh: "定价依据", en: "Basis of the price" },
  THIRD_PARTY_CONSENTS: { zh: "共有人、质权人同意文件", en: "Consents of co-owners and pledgees" },
  PRIORITY_RIGHTS: { zh: "优先权人名单及放弃或保留声明", en: "Priority holders: waivers or reservations" },
  SECRECY_AND_EXPORT_DECLARATION: { zh: "保密审查与出口管制声明", en: "Secrecy and export-control declaration" },
  TECHNICAL_DESCRIPTION: { zh: "技术说明（公开部分）", en: "Technical description (public part)" },
  DRAFT_CONTRACT: { zh: "合同样本", en: "Draft contract" },
  BUYER_CONDITIONS: { zh: "受让方条件说明", en: "Buyer conditions" },
  CONTACT_AND_PAYEE: { zh: "联系人与收款账户", en: "Contact and payee account" },
};

/** What each item should show. */
export const MATERIAL_HINTS: Record<ListingMaterial, Label> = {
  APPLICATION: { zh: "加盖公章的申请书，或由系统生成后签章。", en: "Signed and sealed." },
  SUBJECT_IDENTITY: { zh: "统一社会信用代码证书、法定代表人证明、经办人授权。", en: "Credit code certificate, legal representative, mandate of the officer." },
  TITLE_PROOF: { zh: "每项权利的证书、登记簿副本和年费缴纳情况。", en: "For each right: certificate, register extract, state of annual fees." },
  DECISION_PAPER: { zh: "领导班子集体决策的会议纪要或决定（校级、院级）。", en: "Minutes or decision of the body that decides." },
  PRICE_BASIS: { zh: "资产评估报告、公开询价结果，或说明理由的定价备忘录。", en: "Appraisal, open enquiry, or a reasoned memo." },
  THIRD_PARTY_CONSENTS: { zh: "合作转化的成果须经各方同意（促进科技成果转化法第四十条）。", en: "Joint results need the consent of all (PTA art. 40)." },
  PRIORITY_RIGHTS: { zh: "职务成果转让的，完成人在同等条件下优先（民法典第八百四十七条）。", en: "On assignment of a service result its completers stand first (Civil Code 847)." },
  SECRECY_AND_EXPORT_DECLARATION: { zh: "声明不涉及国家秘密，并注明出口管制分类。", en: "Nothing secret; the export class is stated." },
  TECHNICAL_DESCRIPTION: { zh: "不含技术秘密，挂牌后向公众公开。", en: "Without secrets; open to the public once listed." },
  DRAFT_CONTRACT: { zh: "挂牌后向公众公开，受让方据此签约。", en: "Open to the public; the buyer signs on its basis." },
  BUYER_CONDITIONS: { zh: "条件不得指向特定单位。", en: "Conditions must not point at one party." },
  CONTACT_AND_PAYEE: { zh: "联系人、电话和本单位收款账户。", en: "Contact, telephone, and the seller's own account." },
};
