import { door, ENDPOINTS, type Door } from "@ttx/api";
import { cookieToken } from "#auth/cookie-token.ts";
import { deps } from "#runtime/deps.ts";
import { log } from "#runtime/log.ts";
import { queue } from "#runtime/queue.ts";
import { limits } from "#runtime/rate-limits.ts";
import { watchAnswers } from "#runtime/watch-answers.ts";

export const dynamic = "force-dynamic";

let opened: Promise<Door> | undefined;

/** Everything that changes or reads over HTTP goes through the one door. */
async function handle(request: Request): Promise<Response> {
  opened ??= open();
  return (await opened)(request);
}

async function open(): Promise<Door> {
  return door({
    deps: deps(),
    endpoints: ENDPOINTS,
    limits: limits(),
    jobs: queue(),
    cookieToken,
    ...(await watchAnswers()),
    onDefect: (error, requestId) => log.error({ err: error, requestId }, "a request of the API failed"),
  });
}

export { handle as GET, handle as POST, handle as PUT, handle as PATCH, handle as DELETE };
