import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { door, ENDPOINTS, rateLimits } from "@ttx/api";
import type { Deps } from "@ttx/domain/shared/database";
import type { BenchRun } from "../bench.ts";

/** The API as the portal serves it, every check of the wrapper included, without the pages in front of it. */
export async function serveDoor(run: BenchRun, deps: Deps): Promise<string> {
  const answer = door({ deps, endpoints: ENDPOINTS, limits: rateLimits(deps, { factor: 1_000_000 }), cookieToken: () => Promise.resolve(null), onDefect: (error) => run.say(String(error)) });
  const server = createServer((request, response) => {
    void answer(new Request(`http://localhost${request.url ?? "/"}`, { method: request.method ?? "GET", headers: { accept: "application/json" } })).then(async (given) => {
      response.writeHead(given.status, Object.fromEntries(given.headers));
      response.end(Buffer.from(await given.arrayBuffer()));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  run.atEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
