import type { Endpoint } from "./door/endpoint.ts";
import { WORKLIST_ENDPOINTS } from "./endpoints/worklist.endpoints.ts";
import { AUCTION_ENDPOINTS } from "./endpoints/auction.endpoints.ts";
import { AUDIT_ENDPOINTS } from "./endpoints/audit.endpoints.ts";
import { CERTIFICATE_ENDPOINTS } from "./endpoints/certificate.endpoints.ts";
import { CLOCK_ENDPOINTS } from "./endpoints/clock.endpoints.ts";
import { CONTRACT_ENDPOINTS } from "./endpoints/contract.endpoints.ts";
import { CONTRACT_TEXT_ENDPOINTS } from "./endpoints/contract-text.endpoints.ts";
import { PERFORMANCE_ENDPOINTS } from "./endpoints/performance.endpoints.ts";
import { TAX_ENDPOINTS } from "./endpoints/tax.endpoints.ts";
import { CONTRACT_IMPORT_ENDPOINTS } from "./endpoints/contract-import.endpoints.ts";
import { LIST_EXPORT_ENDPOINTS } from "./endpoints/list-export.endpoints.ts";
import { DEAL_ENDPOINTS } from "./endpoints/deal.endpoints.ts";
import { MANDATE_ENDPOINTS } from "./endpoints/mandate.endpoints.ts";
import { NEGOTIATION_ENDPOINTS } from "./endpoints/negotiation.endpoints.ts";
import { PROJECT_CONTRACT_ENDPOINTS } from "./endpoints/project-contract.endpoints.ts";
import { VALUATION_ENDPOINTS } from "./endpoints/valuation.endpoints.ts";
import { PRIORITY_RIGHT_ENDPOINTS } from "./endpoints/priority-right.endpoints.ts";
import { NOTICE_ENDPOINTS } from "./endpoints/notice.endpoints.ts";
import { NOTIFICATION_ENDPOINTS } from "./endpoints/notification.endpoints.ts";
import { openApiEndpoint } from "./endpoints/openapi.endpoints.ts";
import { DEPOSIT_ENDPOINTS } from "./endpoints/deposit.endpoints.ts";
import { INTEREST_ENDPOINTS } from "./endpoints/interest.endpoints.ts";
import { SECRECY_ENDPOINTS } from "./endpoints/secrecy.endpoints.ts";
import { EXPORT_CONTROL_ENDPOINTS } from "./endpoints/export-control.endpoints.ts";
import { INCOME_SHARE_ENDPOINTS } from "./endpoints/income-share.endpoints.ts";
import { USE_FIRST_ENDPOINTS } from "./endpoints/use-first.endpoints.ts";
import { EXTENSION_ENDPOINTS } from "./endpoints/extension.endpoints.ts";
import { LISTING_ENDPOINTS } from "./endpoints/listing.endpoints.ts";
import { OPERATIONS_ENDPOINTS } from "./endpoints/operations.endpoints.ts";
import { AUCTION_SESSION_ENDPOINTS } from "./endpoints/auction-session.endpoints.ts";
import { LIVE_ENDPOINTS } from "./endpoints/live.endpoints.ts";
import { IDENTITY_ENDPOINTS } from "./endpoints/identity.endpoints.ts";
import { IMPORT_ENDPOINTS } from "./endpoints/import.endpoints.ts";
import { DOCUMENT_ENDPOINTS } from "./endpoints/document.endpoints.ts";
import { DEMAND_ENDPOINTS } from "./endpoints/demand.endpoints.ts";
import { RECOGNITION_ENDPOINTS } from "./endpoints/recognition.endpoints.ts";
import { REFERENCE_ENDPOINTS } from "./endpoints/reference.endpoints.ts";
import { RESULT_ENDPOINTS } from "./endpoints/result.endpoints.ts";
import { REVIEW_ENDPOINTS } from "./endpoints/review.endpoints.ts";
import { RISK_ENDPOINTS } from "./endpoints/risk.endpoints.ts";
import { SEARCH_ENDPOINTS } from "./endpoints/search.endpoints.ts";
import { STATISTICS_ENDPOINTS } from "./endpoints/statistics.endpoints.ts";

/** Every address of the API. The documentation, the routing and the proof of protection are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...IDENTITY_ENDPOINTS, ...WORKLIST_ENDPOINTS,
  ...AUCTION_ENDPOINTS, ...LIVE_ENDPOINTS, ...AUCTION_SESSION_ENDPOINTS,
  ...REFERENCE_ENDPOINTS,
  ...SEARCH_ENDPOINTS,
  ...RESULT_ENDPOINTS,
  ...DEMAND_ENDPOINTS,
  ...DOCUMENT_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...LISTING_ENDPOINTS,
  ...INTEREST_ENDPOINTS,
  ...DEPOSIT_ENDPOINTS,
  ...MANDATE_ENDPOINTS,
  ...NEGOTIATION_ENDPOINTS,
  ...VALUATION_ENDPOINTS,
  ...PROJECT_CONTRACT_ENDPOINTS,
  ...PRIORITY_RIGHT_ENDPOINTS,
  ...NOTICE_ENDPOINTS,
  ...DEAL_ENDPOINTS, ...USE_FIRST_ENDPOINTS,
  ...CERTIFICATE_ENDPOINTS,
  ...INCOME_SHARE_ENDPOINTS,
  ...EXPORT_CONTROL_ENDPOINTS, ...SECRECY_ENDPOINTS,
  ...CONTRACT_ENDPOINTS, ...CONTRACT_TEXT_ENDPOINTS, ...PERFORMANCE_ENDPOINTS, ...TAX_ENDPOINTS,
  ...LIST_EXPORT_ENDPOINTS, ...CONTRACT_IMPORT_ENDPOINTS,
  ...RECOGNITION_ENDPOINTS,
  ...REVIEW_ENDPOINTS,
  ...STATISTICS_ENDPOINTS,
  ...RISK_ENDPOINTS,
  ...NOTIFICATION_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...CLOCK_ENDPOINTS,
  ...EXTENSION_ENDPOINTS,
  ...OPERATIONS_ENDPOINTS,
  openApiEndpoint(() => ENDPOINTS),
];
