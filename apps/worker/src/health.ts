import { createServer, type Server, type ServerResponse } from "node:http";
import type { Deps } from "@ttx/domain/shared/database";
import type { WorkerMetrics } from "./metrics.ts";

export type HealthOptions = { readonly deps: Deps; readonly metrics: WorkerMetrics; readonly isStopping: () => boolean; readonly onError: (where: string, error: unknown) => void };

/** Health and metrics for whoever watches the worker; nothing else is served. */
export function startHealth(port: number, host: string, options: HealthOptions): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request.url?.split("?", 1)[0] ?? "/", response, options).catch((error: unknown) => {
      options.onError("health", error);
      response.writeHead(503, { "content-type": "text/plain" }).end("not ready\n");
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function answer(path: string, response: ServerResponse, { deps, metrics, isStopping }: HealthOptions): Promise<void> {
  switch (path) {
    case "/health/live":
      response.writeHead(200, { "content-type": "text/plain" }).end("live\n");
      return;
    case "/health/ready": {
      await deps.db.$queryRaw`select 1`;
      const ready = !isStopping();
      response.writeHead(ready ? 200 : 503, { "content-type": "text/plain" }).end(ready ? "ready\n" : "stopping\n");
      return;
    }
    case "/metrics": {
      const text = await metrics.text();
      response.writeHead(200, { "content-type": metrics.contentType }).end(text);
      return;
    }
    default:
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
  }
}
