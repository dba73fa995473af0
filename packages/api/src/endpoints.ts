import type { Endpoint } from "./door/endpoint.ts";
import { AUCTION_ENDPOINTS } from "./endpoints/auction.endpoints.ts";
import { AUDIT_ENDPOINTS } from "./endpoints/audit.endpoints.ts";
import { CLOCK_ENDPOINTS } from "./endpoints/clock.endpoints.ts";
import { NOTIFICATION_ENDPOINTS } from "./endpoints/notification.endpoints.ts";
import { openApiEndpoint } from "./endpoints/openapi.endpoints.ts";
import { OPERATIONS_ENDPOINTS } from "./endpoints/operations.endpoints.ts";
import { IDENTITY_ENDPOINTS } from "./endpoints/identity.endpoints.ts";
import { DEMAND_ENDPOINTS } from "./endpoints/demand.endpoints.ts";
import { REFERENCE_ENDPOINTS } from "./endpoints/reference.endpoints.ts";
import { RESULT_ENDPOINTS } from "./endpoints/result.endpoints.ts";

/** Every address of the API. The documentation, the routing and the proof of protection are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...IDENTITY_ENDPOINTS,
  ...AUCTION_ENDPOINTS,
  ...REFERENCE_ENDPOINTS,
  ...RESULT_ENDPOINTS,
  ...DEMAND_ENDPOINTS,
  ...NOTIFICATION_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...CLOCK_ENDPOINTS,
  ...OPERATIONS_ENDPOINTS,
  openApiEndpoint(() => ENDPOINTS),
];
