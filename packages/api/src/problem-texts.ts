import { DEPOSIT_TEXTS } from "@ttx/domain/deposit";
import { LISTING_TEXTS } from "@ttx/domain/listing";
import { MANDATE_TEXTS } from "@ttx/domain/technology-manager";
import { TERMS_TEXTS } from "@ttx/domain/terms";
import { ROOM_TEXTS } from "@ttx/domain/negotiation";
import { PROJECT_CONTRACT_TEXTS } from "@ttx/domain/project-contract";
import { VALUATION_TEXTS } from "@ttx/domain/valuation";
import { PRIORITY_TEXTS } from "@ttx/domain/priority-right";
import { NOTICE_TEXTS } from "@ttx/domain/agreed-price";
import { AUCTION_TEXTS } from "@ttx/domain/auction";
import { CERTIFICATE_TEXTS } from "@ttx/domain/certificate";
import { CONTRACT_IMPORT_TEXTS } from "@ttx/domain/contract-import";
import { CONTRACT_TEXTS } from "@ttx/domain/contract";
import { DEAL_TEXTS } from "@ttx/domain/deal";
import { SETTLEMENT_TEXTS } from "@ttx/domain/settlement";
import { IMPORT_TEXTS } from "@ttx/domain/bulk-import";
import { DOCUMENT_TEXTS } from "@ttx/domain/document";
import { DEMAND_TEXTS } from "@ttx/domain/demand";
import { PERFORMANCE_TEXTS } from "@ttx/domain/performance";
import { TAX_TEXTS } from "@ttx/domain/tax-relief";
import { SECRECY_TEXTS } from "@ttx/domain/secrecy";
import { EXPORT_CONTROL_TEXTS } from "@ttx/domain/export-control";
import { SAVED_SEARCH_TEXTS } from "@ttx/domain/interest";
import { INCOME_SHARE_TEXTS } from "@ttx/domain/income-share";
import { USE_FIRST_TEXTS } from "@ttx/domain/use-first";
import { EXTENSION_TEXTS } from "@ttx/domain/extraordinary-extension";
import { RECOGNITION_TEXTS } from "@ttx/domain/recognition";
import { RESULT_TEXTS } from "@ttx/domain/result";
import { REVIEW_TEXTS } from "@ttx/domain/review";
import { RISK_TEXTS } from "@ttx/domain/risk";
import { OPERATIONS_TEXTS } from "@ttx/domain/operations";
import { IDENTITY_TEXTS } from "@ttx/domain/identity";
import { SPREADSHEET_TEXTS } from "@ttx/domain/spreadsheet";
import { SHARED_TEXTS, type Texts } from "@ttx/domain/shared/texts";

/** Refusals of the door itself. */
const DOOR_TEXTS = {
  ORIGIN_MISSING: { zh: "请求缺少来源标识，已拒绝。请从平台页面操作；程序请使用 API 密钥或访问令牌。", en: "The request does not say where it comes from and was refused. Act from a page of the platform; programs use an API key or a bearer token." },
  ORIGIN_FOREIGN: { zh: "请求来自其他网站，已拒绝。", en: "The request comes from another site and was refused." },
  BODY_NOT_JSON: { zh: "请求正文应为 JSON 格式。", en: "The request body must be JSON." },
  BODY_TOO_LARGE: { zh: "请求正文过大，上限为 {limit} 字节。", en: "The request body is too large; the limit is {limit} bytes." },
  ENDPOINT_UNKNOWN: { zh: "没有这个接口地址。接口目录见 /docs/api。", en: "There is no such endpoint. See /docs/api for the list." },
  METHOD_NOT_ALLOWED: { zh: "该地址不支持此方法，可用：{allowed}。", en: "This address does not take that method; it takes {allowed}." },
  RATE_LIMITED: { zh: "请求过于频繁，请在 {seconds} 秒后重试。", en: "Too many requests. Try again in {seconds} seconds." },
  TOKEN_INVALID: { zh: "访问令牌或 API 密钥无效、已过期或已撤销。", en: "The bearer token or API key is wrong, expired or revoked." },
  INTERNAL: { zh: "系统出现故障，您的操作没有生效。请稍后重试；如需协助，请提供编号 {requestId}。", en: "Something failed on our side and nothing was changed. Try again later, quoting {requestId} if you ask for help." },
} as const satisfies Texts;

/** Every code that a refusal may carry, with its sentence in both languages. */
export const PROBLEM_TEXTS: Texts = {
  ...SHARED_TEXTS,
  ...DOOR_TEXTS,
  ...SPREADSHEET_TEXTS,
  ...IDENTITY_TEXTS,
  ...LISTING_TEXTS,
  ...DEPOSIT_TEXTS,
  ...CONTRACT_TEXTS,
  ...CONTRACT_IMPORT_TEXTS,
  ...RECOGNITION_TEXTS,
  ...PERFORMANCE_TEXTS,
  ...TAX_TEXTS,
  ...REVIEW_TEXTS,
  ...RISK_TEXTS,
  ...OPERATIONS_TEXTS,
  ...RESULT_TEXTS,
  ...DEMAND_TEXTS,
  ...DOCUMENT_TEXTS,
  ...IMPORT_TEXTS,
  ...AUCTION_TEXTS,
  ...TERMS_TEXTS,
  ...MANDATE_TEXTS,
  ...ROOM_TEXTS,
  ...VALUATION_TEXTS,
  ...PROJECT_CONTRACT_TEXTS,
  ...PRIORITY_TEXTS,
  ...NOTICE_TEXTS,
  ...DEAL_TEXTS,
  ...SETTLEMENT_TEXTS,
  ...CERTIFICATE_TEXTS,
  ...EXTENSION_TEXTS,
  ...INCOME_SHARE_TEXTS,
  ...SAVED_SEARCH_TEXTS,
  ...USE_FIRST_TEXTS,
  ...EXPORT_CONTROL_TEXTS,
  ...SECRECY_TEXTS,
};
