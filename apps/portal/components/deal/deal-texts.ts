import type { DealState } from "@ttx/domain/deal/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const DEAL_TONES: Record<DealState, Tone> = {
  AWARDED: "active", CONTRACTING: "active", SIGNED: "active", SETTLING: "active", SETTLED: "done", DEFAULTED: "refused", ANNULLED: "ended",
};

export const T = {
  title: { zh: "成交项目", en: "Deals" },
  intro: { zh: "竞价、挂牌和协议定价成交后，在这里拟定合同、双方签署、付款、出具交易凭证，直到价款划转。", en: "After bidding, listing or agreed price: draft the contract, sign, pay, certify, until the price is released." },
  venueIntro: { zh: "由本机构结算和鉴证的成交项目。", en: "Deals that your exchange settles and certifies." },
  open: { zh: "办理中", en: "Open" },
  closed: { zh: "已结束", en: "Closed" },
  tabs: { zh: "按进度", en: "By progress" },
  none: { zh: "这里还没有成交项目", en: "No deal here yet" },
  noneText: { zh: "挂牌成交、竞价成交，或协议定价公示期满无异议后，项目会出现在这里。", en: "A deal appears once a listing or an auction was awarded, or a notice has cleared." },
  name: { zh: "项目", en: "Deal" },
  parties: { zh: "双方", en: "Parties" },
  price: { zh: "成交价", en: "Price" },
  state: { zh: "状态", en: "State" },
  next: { zh: "下一步", en: "Next step" },
  number: { zh: "成交编号", en: "Number" },
  origin: { zh: "成交方式", en: "How it came about" },
  mode: { zh: "交易方式", en: "Mode" },
  seller: { zh: "转让方", en: "Seller" },
  buyer: { zh: "受让方", en: "Buyer" },
  venue: { zh: "结算机构", en: "Settled by" },
  direct: { zh: "双方自行结算", en: "The parties settle between themselves" },
  paymentTerms: { zh: "付款约定", en: "Terms of payment" },
  listing: { zh: "挂牌", en: "Listing" },
  auction: { zh: "竞价", en: "Auction" },
  notice: { zh: "公示", en: "Notice" },
  facts: { zh: "基本信息", en: "Facts" },
  procedure: { zh: "办理过程", en: "Procedure" },
  signBy: { zh: "签约截止", en: "To be signed by" },
  reason: { zh: "原因", en: "Reason" },
  registration: { zh: "技术合同登记", en: "Registration of the contract" },
  registrationOpen: { zh: "查看登记申请", en: "Open the registration file" },
  registrationWait: { zh: "合同签署后系统会自动为转让方建立登记申请，补充用途和行业后即可提交。", en: "Once signed, a registration file is opened for the seller, who adds purpose and industry and submits it." },
} as const satisfies Record<string, Text>;

/** What is to be done next, and by whom, in one line. */
export const NEXT = {
  draft: { zh: "转让方拟定合同", en: "Seller drafts the contract" },
  sign: { zh: "双方签署合同", en: "Both sign" },
  signSeller: { zh: "待转让方签署", en: "Seller to sign" },
  signBuyer: { zh: "待受让方签署", en: "Buyer to sign" },
  pay: { zh: "受让方付款", en: "Buyer pays" },
  overdue: { zh: "价款逾期，受让方尽快付款", en: "Overdue: buyer pays" },
  certify: { zh: "交易机构出具凭证", en: "Exchange issues the certificate" },
  handover: { zh: "受让方确认移交", en: "Buyer confirms the handover" },
  release: { zh: "交易机构划转价款", en: "Exchange releases the price" },
  later: { zh: "支付后续各期", en: "Later instalments" },
  confirm: { zh: "转让方确认收款", en: "Seller confirms the receipt" },
  done: { zh: "已结清", en: "Settled" },
  none: { zh: "—", en: "—" },
} as const satisfies Record<string, Text>;

export const C = {
  title: { zh: "合同", en: "Contract" },
  none: { zh: "合同尚未拟定。", en: "The contract has not been drafted yet." },
  draft: { zh: "拟定合同", en: "Draft the contract" },
  redraft: { zh: "修改合同", en: "Change the contract" },
  name: { zh: "合同名称", en: "Name of the contract" },
  validFrom: { zh: "生效日", en: "From" },
  validTo: { zh: "终止日", en: "To" },
  instalments: { zh: "付款安排", en: "Plan of payment" },
  instalmentsHint: { zh: "各期合计应等于成交价；已交的保证金签约后抵作价款。", en: "The instalments add up to the price; a deposit counts towards it on signing." },
  dueOn: { zh: "付款日", en: "Due" },
  amount: { zh: "金额", en: "Amount" },
  add: { zh: "添加一期", en: "Add an instalment" },
  remove: { zh: "删除", en: "Remove" },
  part: { zh: "第 {no} 期", en: "Instalment {no}" },
  text: { zh: "合同文本", en: "Text" },
  textHint: { zh: "按交易方式的条款模板生成，可以修改。须写明双方名称、成果名称和价款。", en: "Made from the clause template of the mode; you may edit it. It must name both parties, the result and the price." },
  propose: { zh: "按模板生成文本", en: "Make the text from the template" },
  proposing: { zh: "正在生成…", en: "Making the text…" },
  save: { zh: "保存并提交双方签署", en: "Put up for signing" },
  saving: { zh: "正在保存…", en: "Saving…" },
  read: { zh: "查看合同全文", en: "Read the whole contract" },
  hash: { zh: "合同摘要（SHA-256）", en: "Hash of the contract (SHA-256)" },
  term: { zh: "有效期", en: "Term" },
  sign: { zh: "签署合同", en: "Sign the contract" },
  signSentence: { zh: "您将代表{party}签署与{other}的《{name}》，成交价款如下。签署的是本页所示文本，摘要 {hash}…。", en: "For {party} you sign the contract “{name}” with {other} at the price below. You sign the text of this page, hash {hash}…." },
  signed: { zh: "已签署", en: "Signed" },
  unsigned: { zh: "未签署", en: "Not signed" },
} as const satisfies Record<string, Text>;

export const P = {
  title: { zh: "价款", en: "Price" },
  afterSigning: { zh: "双方签署后按合同付款。", en: "Paid by the contract once both have signed." },
  received: { zh: "已收", en: "Received" },
  outstanding: { zh: "未付", en: "Open" },
  no: { zh: "期次", en: "No." },
  due: { zh: "付款日", en: "Due" },
  amount: { zh: "金额", en: "Amount" },
  open: { zh: "未付", en: "Open" },
  state: { zh: "状态", en: "State" },
  reference: { zh: "转账附言", en: "Reference" },
  paid: { zh: "已付", en: "Paid" },
  overdue: { zh: "逾期", en: "Overdue" },
  waiting: { zh: "待付", en: "To be paid" },
  interest: { zh: "逾期利息（参考）", en: "Interest so far" },
  pay: { zh: "支付第 {no} 期", en: "Pay instalment {no}" },
  paySentence: { zh: "您将向{venue}的结算专户支付“{title}”第 {no} 期价款。", en: "You pay instalment {no} of “{title}” to the settlement account of {venue}." },
  transfer: { zh: "请从本单位账户转账至{venue}结算专户，附言填写所列编号；到账后自动计入。", en: "Transfer from your own account to the settlement account of {venue} with the reference given; it counts once it has arrived." },
  confirm: { zh: "确认收到第 {no} 期", en: "Confirm instalment {no}" },
  receivedOn: { zh: "到账日期", en: "Received on" },
  confirmSentence: { zh: "确认本单位账户已收到第 {no} 期价款。", en: "You confirm that instalment {no} has reached your account." },
} as const satisfies Record<string, Text>;

export const V = {
  title: { zh: "交易凭证", en: "Transaction certificate" },
  none: { zh: "首期价款到账后，由交易机构出具。", en: "Issued by the exchange once the first instalment has come." },
  noVenue: { zh: "双方自行结算的项目不出具交易凭证。", en: "No certificate where the parties settle between themselves." },
  issue: { zh: "出具交易凭证", en: "Issue the certificate" },
  issueSentence: { zh: "将为“{title}”出具交易凭证，载明双方、价款和合同摘要，任何人可凭验证码核验。", en: "A certificate for “{title}” will state parties, price and the hash of the contract; anybody can verify it by its code." },
  download: { zh: "下载凭证（PDF）", en: "Download (PDF)" },
  verify: { zh: "公开验证", en: "Verify publicly" },
  active: { zh: "有效", en: "Valid" },
  revoked: { zh: "已撤销", en: "Revoked" },
  revoke: { zh: "撤销凭证", en: "Revoke" },
  revokeText: { zh: "撤销后验证页将显示已撤销及原因，可重新出具更正的凭证。", en: "Whoever verifies it will see the reason; a corrected certificate may follow." },
  reason: { zh: "撤销原因", en: "Reason" },
  issuedAt: { zh: "出具时间", en: "Issued" },
} as const satisfies Record<string, Text>;

export const H = {
  handover: { zh: "确认移交", en: "Confirm the handover" },
  handoverSentence: { zh: "确认“{title}”的权利变更或技术资料移交已完成。确认后交易机构可将价款划转给转让方。", en: "You confirm that right or know-how of “{title}” has been handed over. The exchange may then release the price to the seller." },
  release: { zh: "划转价款", en: "Release the price" },
  releaseSentence: { zh: "将扣除服务费后，把已收价款划转给{seller}。", en: "The price received, less the fee, will be released to {seller}." },
} as const satisfies Record<string, Text>;

/** Steps of the procedure. */
export const S = {
  awarded: { zh: "成交", en: "Awarded" },
  drafted: { zh: "拟定合同", en: "Contract drafted" },
  sellerSigned: { zh: "转让方签署", en: "Signed by the seller" },
  buyerSigned: { zh: "受让方签署", en: "Signed by the buyer" },
  paid: { zh: "支付首期价款", en: "First instalment paid" },
  certified: { zh: "出具交易凭证", en: "Certificate issued" },
  handedOver: { zh: "确认移交", en: "Handover confirmed" },
  released: { zh: "划转价款", en: "Price released" },
  settled: { zh: "结清", en: "Settled" },
  defaulted: { zh: "受让方违约", en: "Buyer in default" },
  annulled: { zh: "交易撤销", en: "Deal annulled" },
} as const satisfies Record<string, Text>;
