import { confirmRefund, listPayments, listRefunds, loadStatement, payDeposit, readDeposit, readLotLedger, receivePayment } from "@ttx/domain/deposit";
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
  endpoint("GET", "/listings/{id}/ledger", readLotLedger, { zh: "项目分户账", en: "The book of a lot" }, { tag: "payments", input: ({ params }) => ({ listingId: params["id"] }) }),
];
