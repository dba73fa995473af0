import { distributeForfeitedDeposit } from "@ttx/domain/deal";
import { appealForfeit, confirmRefund, decideForfeit, listForfeits, listPayments, listRefunds, loadStatement, payDeposit, readDeposit, readForfeit, readLotLedger, receivePayment, ruleForfeit } from "@ttx/domain/deposit";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const ofDeposit = ({ params, body }: Parts): unknown => ({ ...(body as object), depositId: params["id"] });

export const DEPOSIT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/deposits/{id}", readDeposit, { zh: "保证金", en: "A deposit" }, { input: ofDeposit }),
  endpoint("POST", "/deposits/{id}/pay", payDeposit, { zh: "即时交纳保证金（演示）", en: "Pay a deposit at once (demonstration)" }, { input: ofDeposit }),
  endpoint("GET", "/payments", listPayments, { zh: "到账记录", en: "Payments received" }),
  endpoint("POST", "/payments", receivePayment, { zh: "登记到账", en: "Enter a payment received" }, { status: 201 }),
  endpoint("POST", "/payments/statements", loadStatement, { zh: "导入银行对账单", en: "Load a bank statement" }),
  endpoint("GET", "/refunds", listRefunds, { zh: "退款", en: "Refunds" }),
  endpoint("POST", "/refunds/{id}/confirm", confirmRefund, { zh: "登记退款已付", en: "Enter that a refund was paid" }, { input: ({ params, body }) => ({ ...(body as object), refundId: params["id"] }) }),
  endpoint("GET", "/forfeits", listForfeits, { zh: "保证金不予退还决定", en: "Decisions that deposits are kept" }),
  endpoint("GET", "/forfeits/{id}", readForfeit, { zh: "查看不予退还决定", en: "Read such a decision" }, { input: ofDeposit }),
  endpoint("POST", "/deposits/{id}/forfeit", decideForfeit, { zh: "决定不予退还保证金", en: "Decide that a deposit is kept" }, { status: 201, input: ofDeposit }),
  endpoint("POST", "/forfeits/{id}/appeal", appealForfeit, { zh: "对不予退还决定申诉", en: "Appeal against such a decision" }, { input: ofDeposit }),
  endpoint("POST", "/forfeits/{id}/ruling", ruleForfeit, { zh: "复核裁定", en: "Rule on such a decision" }, { input: ofDeposit }),
  endpoint("POST", "/forfeits/{id}/distribution", distributeForfeitedDeposit, { zh: "处置不予退还的保证金", en: "Share a forfeited deposit out" }, { input: ofDeposit }),
  endpoint("GET", "/listings/{id}/ledger", readLotLedger, { zh: "项目分户账", en: "The book of a lot" }, { tag: "payments", input: ({ params }) => ({ listingId: params["id"] }) }),
];
