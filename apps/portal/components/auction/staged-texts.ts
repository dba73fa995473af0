import type { Text } from "@ttx/ui/text";

export const STAGES: Record<string, Text> = {
  DESCENDING: { zh: "减价中，先接受者得", en: "The price is falling; the first to accept has it" },
  SEALED: { zh: "密封报价", en: "Sealed bids are taken" },
  SCORING: { zh: "方案评分", en: "Plans are being scored" },
  REVEAL: { zh: "开标", en: "Bids are being opened" },
  BEST: { zh: "首个接受者报最优价", en: "The first acceptor may bid once more" },
  OVER: { zh: "报价结束", en: "Bidding is over" },
};

/** Who holds one half of the keys of the sealed bids. */
export const KEY_HOLDERS = {
  VENUE: { zh: "交易机构", en: "The exchange" },
  NOTARY: { zh: "公证机构", en: "The notary" },
} as const satisfies Record<string, Text>;

/** What happens in a stage and what it means for whoever takes part or watches. */
export function stageHintOf(stage: string, hasKeys: boolean): Text | undefined {
  return stage === "REVEAL" ? (hasKeys ? OPENED_BY_KEYS : OPENED_BY_BIDDERS) : STAGE_HINTS[stage];
}

const OPENED_BY_KEYS: Text = { zh: "交易机构与公证机构合并密钥开启报价，竞买人也可自行开启；每个报价都与提交时的承诺值核对，没有开启的无效。", en: "The keys of exchange and notary together open the bids, and bidders may open their own; each is checked against what was committed to, and what is not opened is invalid." };
const OPENED_BY_BIDDERS: Text = { zh: "竞买人自行开启报价，每个报价都与提交时的承诺值核对；没有开启的无效。", en: "Bidders open their own bids; each is checked against what was committed to, and what is not opened is invalid." };
const STAGE_HINTS: Readonly<Record<string, Text>> = {
  DESCENDING: { zh: "价格按公告的时间和幅度下降，先接受者得。", en: "The price falls as announced; the first to accept it has the lot." },
  SEALED: { zh: "竞买人提交加密的报价；截止前任何人都看不到金额，也不公布份数。", en: "Bidders hand in encrypted bids; until the end nobody sees an amount, and nobody is told how many there are." },
  SCORING: { zh: "评分人按公告的评分项为方案评分；此时报价仍未开启。", en: "Scorers judge the plans by the announced items; no bid is open yet." },
  BEST: { zh: "首个接受者可再报一次；不报的，由最高密封报价人成交。", en: "The first acceptor may bid once more; otherwise the best sealed bid has the lot." },
};

export const ST = {
  stage: { zh: "当前阶段", en: "Stage" },
  round: { zh: "第 {no} 轮", en: "Round {no}" },
  floor: { zh: "本轮底价", en: "This round's floor" },
  now: { zh: "现在价格", en: "Price now" },
  falls: { zh: "距下次降价", en: "Falls in" },
  stageEnds: { zh: "本阶段剩余", en: "This stage ends in" },
  sealHint: { zh: "金额只在您的浏览器里加密，开标前任何人（包括平台人员）都无法看到。提交后不得更换。", en: "The amount is sealed in your browser; nobody, the platform's staff included, can see it before the opening. It cannot be replaced." },
  ownOpening: { zh: "本场没有开标密钥：开标时须由您本人用本机保存的随机码开启报价，未开启的视为无效。", en: "This lot has no opening keys: you must open your bid yourself with the code kept on this device, or it is invalid." },
  amount: { zh: "报价金额", en: "Your bid" },
  plan: { zh: "实施方案", en: "Your plan" },
  planHint: { zh: "由评分人按公告评分项评分；请勿写明单位名称。", en: "Scored by the announced items; do not say who you are." },
  seal: { zh: "提交密封报价", en: "Hand in the sealed bid" },
  sealText: { zh: "您将以竞买号 {no} 提交密封报价。报价不得撤回或更换，成交后应按公告签订合同并付款。", en: "You hand in a sealed bid as number {no}. It cannot be withdrawn or replaced; the winner has to sign and pay as announced." },
  sealed: { zh: "您已提交本轮密封报价，等待开标。", en: "Your sealed bid of this round is in; wait for the opening." },
  keep: { zh: "下载开标凭据（含随机码，请妥善保存）", en: "Download what opens your bid (with its code; keep it)" },
  open: { zh: "开启我的报价", en: "Open my bid" },
  openHint: { zh: "金额与随机码须与提交时完全一致。", en: "Amount and code must be exactly those you committed to." },
  fromFile: { zh: "从开标凭据文件读取", en: "Read it from the file that you kept" },
  notThatFile: { zh: "这不是开标凭据文件，没有读到金额和随机码。", en: "This is not the file that opens a bid; amount and code were not found in it." },
  nonce: { zh: "随机码", en: "Code" },
  opened: { zh: "您的报价已开启，等待结果。", en: "Your bid is open; wait for the result." },
  taken: { zh: "您已首先接受价格。其他竞买人可密封报价超过，开标后您可再报一次最优价。", en: "You were the first to accept. Others may bid above you under seal; after the opening you may bid once more." },
  notIn: { zh: "您在本轮没有密封报价。", en: "You have no sealed bid in this round." },
  notThisRound: { zh: "本轮只由公告规则所列的竞买人报价。", en: "Only the bidders whom the rules name take part in this round." },
  take: { zh: "接受价格", en: "Accept" },
  takeText: { zh: "您将以竞买号 {no} 按下列价格接受。价格在确认前下降的，会请您按新价格重新确认。", en: "You accept as number {no} at the price below. If it falls before you confirm, you are asked again." },
  moved: { zh: "价格已降到 {price}。请先改为新价格，再确认接受。", en: "The price has fallen to {price}. Take over the new price, then accept it." },
  best: { zh: "提交最优报价", en: "Bid once more" },
  bestText: { zh: "密封报价最高为 {top}。您可再报一次，不低于 {minimum}；不报则由最高密封报价人成交。", en: "The best sealed bid is {top}. You may bid once, {minimum} at least; otherwise its bidder has the lot." },
  bestConfirm: { zh: "您将以竞买号 {no} 按下列价格报最优价。只能报一次，不得撤回；成交后应按公告签订合同并付款。", en: "You bid the price below as number {no}. It is your one bid above the others and cannot be withdrawn; the winner has to sign and pay as announced." },
  takenPrice: { zh: "首个接受价", en: "Price first accepted" },
  bestSealed: { zh: "最高密封报价", en: "Best sealed bid" },
  receipt: { zh: "回执哈希（请保存，可公开核对）", en: "Receipt hash (keep it; anyone can check it)" },
  lotNo: { zh: "竞价编号", en: "Lot" },
  ownNo: { zh: "竞买号", en: "Bidder number" },
  receivedAt: { zh: "服务器接收时间", en: "Received by the server" },
  verdict: { zh: "结果", en: "Outcome" },
  accepted: { zh: "已受理", en: "Accepted" },
  history: { zh: "公开报价", en: "Open bids" },
  watching: { zh: "您正在旁观。只有取得竞买资格的单位可以报价。", en: "You are watching. Only admitted bidders may bid." },
} as const satisfies Record<string, Text>;
