import type { Endpoint } from "./door/endpoint.ts";
import { AUCTION_ENDPOINTS } from "./endpoints/auction.endpoints.ts";
import { IDENTITY_ENDPOINTS } from "./endpoints/identity.endpoints.ts";
import { DEMAND_ENDPOINTS } from "./endpoints/demand.endpoints.ts";
import { RESULT_ENDPOINTS } from "./endpoints/result.endpoints.ts";

/** Every address of the API. The documentation, the routing and the proof of protection are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = [...IDENTITY_ENDPOINTS, ...AUCTION_ENDPOINTS, ...RESULT_ENDPOINTS, ...DEMAND_ENDPOINTS];
