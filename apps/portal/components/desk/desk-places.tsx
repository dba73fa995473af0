import { BadgeCheckIcon } from "@ttx/ui/icons/badge-check";
import { BellIcon } from "@ttx/ui/icons/bell";
import { Building2Icon } from "@ttx/ui/icons/building-2";
import { ChartColumnIcon } from "@ttx/ui/icons/chart-column";
import { FileCheckIcon } from "@ttx/ui/icons/file-check";
import { FileTextIcon } from "@ttx/ui/icons/file-text";
import { FlaskConicalIcon } from "@ttx/ui/icons/flask-conical";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { HistoryIcon } from "@ttx/ui/icons/history";
import { LayoutDashboardIcon } from "@ttx/ui/icons/layout-dashboard";
import { LightbulbIcon } from "@ttx/ui/icons/lightbulb";
import { ListChecksIcon } from "@ttx/ui/icons/list-checks";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { MegaphoneIcon } from "@ttx/ui/icons/megaphone";
import { MessageSquareIcon } from "@ttx/ui/icons/message-square";
import { ClockIcon } from "@ttx/ui/icons/clock";
import { ReceiptIcon } from "@ttx/ui/icons/receipt";
import { ServerIcon } from "@ttx/ui/icons/server";
import { SettingsIcon } from "@ttx/ui/icons/settings";
import { ShieldAlertIcon } from "@ttx/ui/icons/shield-alert";
import { UsersIcon } from "@ttx/ui/icons/users";
import { WalletIcon } from "@ttx/ui/icons/wallet";
import type { GlyphProps } from "@ttx/ui/glyph";
import type { Text } from "@ttx/ui/text";
import type { ComponentType } from "react";

export type DeskPlace = { readonly place: `/desk${string}`; readonly label: Text; readonly icon: ComponentType<GlyphProps> };

/** Every place of the workspace, once. */
export const DESK_PLACES = {
  today: { place: "/desk", label: { zh: "待办", en: "To do" }, icon: LayoutDashboardIcon },
  results: { place: "/desk/results", label: { zh: "我的成果", en: "My results" }, icon: FlaskConicalIcon },
  demands: { place: "/desk/demands", label: { zh: "我的需求", en: "My demands" }, icon: LightbulbIcon },
  listings: { place: "/desk/listings", label: { zh: "挂牌", en: "Listings" }, icon: ListChecksIcon },
  listingReview: { place: "/desk/listing-review", label: { zh: "挂牌审查", en: "Listing review" }, icon: ListChecksIcon },
  intents: { place: "/desk/intents", label: { zh: "意向与保证金", en: "Intents and deposits" }, icon: WalletIcon },
  pipeline: { place: "/desk/pipeline", label: { zh: "经理人工作台", en: "Manager's workspace" }, icon: LayoutDashboardIcon },
  mandates: { place: "/desk/mandates", label: { zh: "经理人委托", en: "Mandates" }, icon: UsersIcon },
  negotiations: { place: "/desk/negotiations", label: { zh: "洽谈室", en: "Negotiations" }, icon: MessageSquareIcon },
  notices: { place: "/desk/notices", label: { zh: "协议定价公示", en: "Agreed prices" }, icon: MegaphoneIcon },
  auctions: { place: "/desk/auctions", label: { zh: "竞价", en: "Auctions" }, icon: GavelIcon },
  deals: { place: "/desk/deals", label: { zh: "成交项目", en: "Deals" }, icon: HandshakeIcon },
  useFirst: { place: "/desk/use-first", label: { zh: "先使用后付费", en: "Use first, pay later" }, icon: ClockIcon },
  money: { place: "/desk/money", label: { zh: "到账与退款", en: "Payments and refunds" }, icon: WalletIcon },
  incomeShares: { place: "/desk/income-shares", label: { zh: "收益分配", en: "Sharing the income" }, icon: UsersIcon },
  exportControl: { place: "/desk/export-control", label: { zh: "技术出口", en: "Technology export" }, icon: ShieldAlertIcon },
  secrecy: { place: "/desk/secrecy", label: { zh: "涉密反映", en: "Reports of secrecy" }, icon: ShieldAlertIcon },
  forfeits: { place: "/desk/forfeits", label: { zh: "保证金处置", en: "Kept deposits" }, icon: GavelIcon },
  extensions: { place: "/desk/extensions", label: { zh: "特别延期", en: "Extensions" }, icon: MegaphoneIcon },
  contracts: { place: "/desk/contracts", label: { zh: "技术合同", en: "Contracts" }, icon: FileTextIcon },
  performance: { place: "/desk/performance", label: { zh: "合同履行", en: "Performance" }, icon: ReceiptIcon },
  recognition: { place: "/desk/registration", label: { zh: "登记台", en: "Registration desk" }, icon: FileCheckIcon },
  secondReview: { place: "/desk/second-review", label: { zh: "复审", en: "Second review" }, icon: BadgeCheckIcon },
  registrations: { place: "/desk/registrations", label: { zh: "登记清单", en: "Registrations" }, icon: ListChecksIcon },
  inspections: { place: "/desk/inspections", label: { zh: "抽查", en: "Inspections" }, icon: ListChecksIcon },
  officePerformance: { place: "/desk/office-performance", label: { zh: "机构履职", en: "Offices" }, icon: ListChecksIcon },
  appeals: { place: "/desk/appeals", label: { zh: "不予登记复议", en: "Appeals" }, icon: GavelIcon },
  delegation: { place: "/desk/delegation", label: { zh: "委托与受理范围", en: "Delegation" }, icon: SettingsIcon },
  expertReviews: { place: "/desk/expert-reviews", label: { zh: "专家评审", en: "Expert reviews" }, icon: BadgeCheckIcon },
  review: { place: "/desk/provincial-review", label: { zh: "省级审核", en: "Provincial review" }, icon: BadgeCheckIcon },
  statistics: { place: "/desk/statistics", label: { zh: "统计", en: "Statistics" }, icon: ChartColumnIcon },
  risk: { place: "/desk/risk", label: { zh: "风险预警", en: "Risk alerts" }, icon: ShieldAlertIcon },
  explanations: { place: "/desk/explanations", label: { zh: "情况说明", en: "Explanations" }, icon: MessageSquareIcon },
  organisations: { place: "/desk/organisations", label: { zh: "辖区单位", en: "Organisations" }, icon: Building2Icon },
  following: { place: "/desk/following", label: { zh: "我的关注", en: "Following" }, icon: BellIcon },
  colleagues: { place: "/desk/organisation", label: { zh: "本单位", en: "My organisation" }, icon: UsersIcon },
  roomRecords: { place: "/desk/room-records", label: { zh: "洽谈登记", en: "Rooms on record" }, icon: MessageSquareIcon },
  audit: { place: "/desk/audit", label: { zh: "审计记录", en: "Audit record" }, icon: HistoryIcon },
  operations: { place: "/desk/operations", label: { zh: "运行", en: "Operations" }, icon: ServerIcon },
  clock: { place: "/desk/clock", label: { zh: "演示时钟", en: "Demo clock" }, icon: ClockIcon },
  mailbox: { place: "/desk/mailbox", label: { zh: "开发信箱", en: "Development mailbox" }, icon: InboxIcon },
  settings: { place: "/desk/account", label: { zh: "账号与安全", en: "Account and security" }, icon: SettingsIcon },
} as const satisfies Record<string, DeskPlace>;

export type DeskPlaceKey = keyof typeof DESK_PLACES;
