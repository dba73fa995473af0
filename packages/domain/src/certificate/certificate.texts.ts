import type { Texts } from "../shared/texts.ts";

export const CERTIFICATE_TEXTS = {
  CERTIFICATE_REFUSED: { zh: "暂不能出具交易凭证，请先补齐以下条件。", en: "The certificate cannot be issued yet; these conditions are missing." },
  CERTIFICATE_CONTRACT_NOT_SIGNED: { zh: "合同尚未由双方签署。", en: "The contract has not been signed by both sides." },
  CERTIFICATE_NEITHER_NOTICE_NOR_LISTING: { zh: "没有公示或挂牌的完成记录。", en: "There is no record of a cleared notice or a completed listing." },
  CERTIFICATE_DUE_PAYMENT_MISSING: { zh: "应付价款尚未到账。", en: "The price due has not arrived." },
  CERTIFICATE_BUYER_FEE_OPEN: { zh: "按收费标准由受让方承担的服务费尚未到账。请受让方在成交项目中支付。", en: "The buyer's part of the fee, by the tariff announced, has not arrived; the buyer pays it in the deal." },
  CERTIFICATE_SUSPENDED: { zh: "项目处于中止状态。", en: "The listing is suspended." },
  CERTIFICATE_OBJECTION_OPEN: { zh: "成交结果异议尚未处理完毕。", en: "An objection to the announced result has not been ruled on." },
  CERTIFICATE_ANNULLED: { zh: "交易已被撤销。", en: "The deal has been annulled." },
  CERTIFICATE_ALREADY_CERTIFIED: { zh: "该项目已有有效的交易凭证；如需更正，请先撤销原凭证再重新出具。", en: "A valid certificate stands already. To correct it, revoke it and issue another." },
  CERTIFICATE_EXPORT_GATE_NOT_CLEARED: { zh: "技术出口手续尚未办结。", en: "The export procedure has not been concluded." },
  CERTIFICATE_NOT_ACTIVE: { zh: "该凭证已被撤销。", en: "This certificate has been revoked already." },
  CERTIFICATE_REASON_NEEDED: { zh: "请写明撤销理由，将在验证页公布。", en: "Give the reason; it is shown to whoever verifies the certificate." },
  CERTIFICATE_NO_OR_CODE: { zh: "请输入凭证编号或验证码。", en: "Enter the number or the verification code." },
} as const satisfies Texts;
