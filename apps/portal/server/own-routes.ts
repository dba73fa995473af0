import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson, sendProblem } from "./answers.ts";
import type { Introduced } from "./incoming.ts";
import { mayReadMetrics, type Metrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";
import type { Settings } from "./settings.ts";

export type OwnRoutes = { readonly settings: Settings; readonly metrics: Metrics; readonly readiness: Readiness; readonly isStopping: () => boolean };

/** Health and metrics: answered before Next, so that they answer when it cannot. Returns whether the request was one of them. */
export async function answerOwnRoute(request: IncomingMessage, response: ServerResponse, { id, forwarded }: Introduced, { settings, metrics, readiness, isStopping }: OwnRoutes): Promise<boolean> {
  switch (request.url?.split("?", 1)[0]) {
    case "/api/health/live":
      sendJson(response, 200, { status: "live" });
      return true;
    case "/api/health/ready": {
      const reason = isStopping() ? "stopping" : await readiness.ask();
      // The reason may name hosts and users: it goes to the log, not to the caller.
      sendJson(response, reason ? 503 : 200, { status: reason ? "not ready" : "ready", database: reason ? "not answering" : "answering" });
      return true;
    }
    case "/api/metrics":
      if (!mayReadMetrics(request, { metricsToken: settings.metricsToken, forwarded: forwarded || settings.trustProxy })) {
        sendProblem(response, 404, "NOT_FOUND", id);
        return true;
      }
      response.writeHead(200, { "Content-Type": metrics.registry.contentType, "Cache-Control": "no-store" });
      response.end(await metrics.registry.metrics());
      return true;
    default:
      return false;
  }
}
