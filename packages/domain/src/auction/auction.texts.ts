import type { Texts } from "../shared/texts.ts";

export const AUCTION_TEXTS = {
  BIDDER_NOT_ADMITTED: { zh: "贵单位不是本场竞价的竞买人。只有在公告期内通过资格确认并按时缴纳保证金的意向受让方可以出价。", en: "Your organisation is not an admitted bidder of this lot. Only buyers who qualified and paid the deposit in time may bid." },
  FORMAT_HAS_NO_OPEN_BIDS: { zh: "本场不是公开加价竞价，请按公告的方式报价。", en: "This lot is not bid on openly; bid in the way that was announced." },
  PROXY_NOT_ANNOUNCED: { zh: "本场公告未允许自动出价。", en: "The announcement does not allow automatic bidding." },
  PROXY_NOT_OPEN: { zh: "只有在竞价进行期间才能设置自动出价。", en: "A limit can be set only while the bidding runs." },
  PROXY_LIMIT_TOO_LOW: { zh: "自动出价上限低于下一口价 {minimum} 元。", en: "The limit lies below the next minimum of {minimum} yuan." },
  AUCTION_NOT_FROZEN: { zh: "竞价未处于中止状态，无需恢复。", en: "The lot is not frozen." },
  FREEZE_AFTER_END: { zh: "竞价截止时间已到，不能再中止。", en: "The lot's end has come; it can no longer be frozen." },
  CONFIRM_PRICE_DIFFERS: { zh: "确认的成交价与竞价记录不一致。成交价应为 {price} 元。", en: "The price confirmed differs from the log. It should be {price} yuan." },
  NOT_OPEN: { zh: "竞价尚未开始、已中止或已暂停，本次出价未被接受。", en: "The lot is not open for bids at this moment." },
  LATE: { zh: "出价到达时竞价已经截止，本次出价无效。", en: "The bid arrived at or after the end and is late." },
  NOT_ADMITTED: { zh: "贵单位未取得本场竞买资格。", en: "You are not admitted to this lot." },
  DEPOSIT_NOT_LOCKED: { zh: "保证金未到账锁定，出价无效。", en: "Your deposit is not locked; the bid does not count." },
  BARRED: { zh: "贵单位被限制参加本场竞价。", en: "You are barred from this lot." },
  AMOUNT_NOT_POSITIVE: { zh: "金额应大于 0。", en: "The amount must be more than 0." },
  ALREADY_LEADER: { zh: "您已是当前最高报价，本场公告不允许追加报价。", en: "You lead already, and the announcement does not allow topping up." },
  BELOW_START: { zh: "首次出价不得低于起始价。", en: "The first bid must be at least the start price." },
  BELOW_MINIMUM: { zh: "出价低于当前最低可接受报价（当前价加一个加价幅度）。", en: "The bid is below the next minimum: the current price plus one increment." },
  NOT_A_MULTIPLE: { zh: "出价应为当前价加上加价幅度的整数倍。", en: "The bid must exceed the current price by a whole multiple of the increment." },
} as const satisfies Texts;
