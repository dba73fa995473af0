import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { duplexPair } from "node:stream";

export type Rendered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/**
 * Asks a request handler for a whole page, over HTTP but inside the process: the two ends are joined by a pair of streams, no port is opened.
 * The request carries nothing of the visitor, so neither can the page.
 */
export function createRenderer(handler: RequestListener) {
  const inner = createServer(handler);
  return (path: string, headers: Readonly<Record<string, string>>): Promise<Rendered> =>
    new Promise((resolve, reject) => {
      const [near, far] = duplexPair();
      inner.emit("connection", far);
      const outgoing = ask({ path, method: "GET", headers: { host: "localhost", accept: "text/html", "accept-encoding": "identity", ...headers }, createConnection: () => near }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          near.destroy();
          far.destroy();
          resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) });
        });
      });
      outgoing.on("error", reject);
      outgoing.end();
    });
}

