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

export type DeskPlace = { readonly place: `/desk${string}`; readonly label: Text; readonly group: DeskGroup; readonly icon: ComponentType<GlyphProps> };

/** What belongs together; what needs doing stands before all of it and needs no heading. */
export const DESK_GROUPS = {
  first: null,
  trade: { zh: "交易", en: "Trade" },
  contracts: { zh: "合同与登记", en: "Contracts" },
  oversight: { zh: "统计与监管", en: "Oversight" },
  platform: { zh: "平台", en: "Platform" },
  own: { zh: "我的", en: "Mine" },
} as const satisfies Record<string, Text | null>;
export type DeskGroup = keyof typeof DESK_GROUPS;

/** Every place of the workspace, once, in the order in which places stand, group by group. */
export const DESK_PLACES = {
  today: { place: "/desk", label: { zh: "待办", en: "To do" }, group: "first", icon: LayoutDashboardIcon },
  results: { place: "/desk/results", label: { zh: "我的成果", en: "My results" }, group: "trade", icon: FlaskConicalIcon },
  demands: { place: "/desk/demands", label: { zh: "我的需求", en: "My demands" }, group: "trade", icon: LightbulbIcon },
  listings: { place: "/desk/listings", label: { zh: "挂牌", en: "Listings" }, group: "trade", icon: ListChecksIcon },
  listingReview: { place: "/desk/listing-review", label: { zh: "挂牌审查", en: "Listing review" }, group: "trade", icon: ListChecksIcon },
  intents: { place: "/desk/intents", label: { zh: "意向与保证金", en: "Intents and deposits" }, group: "trade", icon: WalletIcon },
  pipeline: { place: "/desk/pipeline", label: { zh: "经理人工作台", en: "Manager's workspace" }, group: "trade", icon: LayoutDashboardIcon },
  mandates: { place: "/desk/mandates", label: { zh: "经理人委托", en: "Mandates" }, group: "trade", icon: UsersIcon },
  negotiations: { place: "/desk/negotiations", label: { zh: "洽谈室", en: "Negotiations" }, group: "trade", icon: MessageSquareIcon },
  notices: { place: "/desk/notices", label: { zh: "协议定价公示", en: "Agreed prices" }, group: "trade", icon: MegaphoneIcon },
  auctions: { place: "/desk/auctions", label: { zh: "竞价", en: "Auctions" }, group: "trade", icon: GavelIcon },
  deals: { place: "/desk/deals", label: { zh: "成交项目", en: "Deals" }, group: "trade", icon: HandshakeIcon },
  useFirst: { place: "/desk/use-first", label: { zh: "先使用后付费", en: "Use first, pay later" }, group: "trade", icon: ClockIcon },
  money: { place: "/desk/money", label: { zh: "到账与退款", en: "Payments and refunds" }, group: "trade", icon: WalletIcon },
  incomeShares: { place: "/desk/income-shares", label: { zh: "收益分配", en: "Sharing the income" }, group: "trade", icon: UsersIcon },
  exportControl: { place: "/desk/export-control", label: { zh: "技术出口", en: "Technology export" }, group: "trade", icon: ShieldAlertIcon },
  secrecy: { place: "/desk/secrecy", label: { zh: "涉密反映", en: "Reports of secrecy" }, group: "trade", icon: ShieldAlertIcon },
  forfeits: { place: "/desk/forfeits", label: { zh: "保证金处置", en: "Kept deposits" }, group: "trade", icon: GavelIcon },
  extensions: { place: "/desk/extensions", label: { zh: "特别延期", en: "Extensions" }, group: "trade", icon: MegaphoneIcon },
  contracts: { place: "/desk/contracts", label: { zh: "技术合同", en: "Contracts" }, group: "contracts", icon: FileTextIcon },
  performance: { place: "/desk/performance", label: { zh: "合同履行", en: "Performance" }, group: "contracts", icon: ReceiptIcon },
  recognition: { place: "/desk/registration", label: { zh: "登记台", en: "Registration desk" }, group: "contracts", icon: FileCheckIcon },
  secondReview: { place: "/desk/second-review", label: { zh: "复审", en: "Second review" }, group: "contracts", icon: BadgeCheckIcon },
  registrations: { place: "/desk/registrations", label: { zh: "登记清单", en: "Registrations" }, group: "contracts", icon: ListChecksIcon },
  inspections: { place: "/desk/inspections", label: { zh: "抽查", en: "Inspections" }, group: "contracts", icon: ListChecksIcon },
  officePerformance: { place: "/desk/office-performance", label: { zh: "机构履职", en: "Offices" }, group: "contracts", icon: ListChecksIcon },
  appeals: { place: "/desk/appeals", label: { zh: "不予登记复议", en: "Appeals" }, group: "contracts", icon: GavelIcon },
  delegation: { place: "/desk/delegation", label: { zh: "委托与受理范围", en: "Delegation" }, group: "contracts", icon: SettingsIcon },
  expertReviews: { place: "/desk/expert-reviews", label: { zh: "专家评审", en: "Expert reviews" }, group: "contracts", icon: BadgeCheckIcon },
  review: { place: "/desk/provincial-review", label: { zh: "省级审核", en: "Provincial review" }, group: "contracts", icon: BadgeCheckIcon },
  explanations: { place: "/desk/explanations", label: { zh: "情况说明", en: "Explanations" }, group: "contracts", icon: MessageSquareIcon },
  statistics: { place: "/desk/statistics", label: { zh: "统计", en: "Statistics" }, group: "oversight", icon: ChartColumnIcon },
  risk: { place: "/desk/risk", label: { zh: "风险预警", en: "Risk alerts" }, group: "oversight", icon: ShieldAlertIcon },
  organisations: { place: "/desk/organisations", label: { zh: "辖区单位", en: "Organisations" }, group: "oversight", icon: Building2Icon },
  roomRecords: { place: "/desk/room-records", label: { zh: "洽谈登记", en: "Rooms on record" }, group: "oversight", icon: MessageSquareIcon },
  audit: { place: "/desk/audit", label: { zh: "审计记录", en: "Audit record" }, group: "oversight", icon: HistoryIcon },
  operations: { place: "/desk/operations", label: { zh: "运行", en: "Operations" }, group: "platform", icon: ServerIcon },
  clock: { place: "/desk/clock", label: { zh: "演示时钟", en: "Demo clock" }, group: "platform", icon: ClockIcon },
  mailbox: { place: "/desk/mailbox", label: { zh: "开发信箱", en: "Development mailbox" }, group: "platform", icon: InboxIcon },
  following: { place: "/desk/following", label: { zh: "我的关注", en: "Following" }, group: "own", icon: BellIcon },
  colleagues: { place: "/desk/organisation", label: { zh: "本单位", en: "My organisation" }, group: "own", icon: UsersIcon },
  settings: { place: "/desk/account", label: { zh: "账号与安全", en: "Account and security" }, group: "own", icon: SettingsIcon },
} as const satisfies Record<string, DeskPlace>;

export type DeskPlaceKey = keyof typeof DESK_PLACES;
