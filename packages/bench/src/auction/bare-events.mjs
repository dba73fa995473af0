import { createServer } from "node:http";

/** The other side of the watchers: a bare loop of node:http that writes one text to all of its responses. GET follows, POST tells everybody. */
const followers = new Set();
let told = 0;

const server = createServer((request, response) => {
  if (request.method === "POST") {
    told += 1;
    const bytes = Number(new URL(request.url ?? "/", "http://localhost").searchParams.get("bytes"));
    const text = `id: ${told}.0\nevent: lot\ndata: ${JSON.stringify({ filler: "x".repeat(Math.max(0, bytes - 60)) })}\n\n`;
    for (const follower of followers) follower.write(text);
    response.end("{}");
  } else if (request.url === "/ready") {
    response.end("ready");
  } else {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
    response.write("retry: 1000\n\n");
    followers.add(response);
    response.once("close", () => followers.delete(response));
  }
});
server.keepAliveTimeout = 65_000;
server.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1", backlog: 2_048 });
