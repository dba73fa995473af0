import { door, ENDPOINTS, type Door } from "@ttx/api";
import { cookieToken } from "#auth/cookie-token.ts";
import { deps } from "#runtime/deps.ts";
import { log } from "#runtime/log.ts";
import { queue } from "#runtime/queue.ts";
import { limits } from "#runtime/rate-limits.ts";

export const dynamic = "force-dynamic";

let opened: Door | undefined;

/** Everything that changes or reads over HTTP goes through the one door. */
function handle(request: Request): Promise<Response> {
  opened ??= door({
    deps: deps(),
    endpoints: ENDPOINTS,
    limits: limits(),
    jobs: queue(),
    cookieToken,
    onDefect: (error, requestId) => log.error({ err: error, requestId }, "a request of the API failed"),
  });
  return opened(request);
}

export { handle as GET, handle as POST, handle as PUT, handle as PATCH, handle as DELETE };
