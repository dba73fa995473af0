import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "@ttx/domain/shared/errors";
import { toWire } from "@ttx/domain/shared/wire";
import { admit, languageOf, requestIdOf, type AdmissionRules, type Refused } from "../door/admit.ts";
import type { Asking } from "../door/caller.ts";
import { doorProblem, problemOf, type Problem } from "../door/problem.ts";
import { BODY_LIMIT_BYTES, BodyNotJson, BodyTooLarge, parseJson } from "../door/read-parts.ts";
import { FOLLOW_LOT, PLACE_BID } from "../endpoints/live.endpoints.ts";
import { placeBid } from "./desk.ts";
import { sendHead, type Head } from "./head.ts";
import { hubOf } from "./hub.ts";
import { sendEvents } from "./send-events.ts";

export type LiveOptions = AdmissionRules & { readonly onDefect: (error: unknown, requestId: string) => void };

export type Live = {
  /** Answers bids and event streams, with what the server says in every answer; false for everything else, which is left as it came. */
  answer(request: IncomingMessage, response: ServerResponse, head?: Head): boolean;
  readonly followers: number;
};

const ADDRESS = /^\/api\/v1\/auctions\/([0-9a-fA-F-]{36})\/(bids|events)(?:\?|$)/;

/**
 * The two addresses that many call at once, answered on plain node:http: the same admission, the same use case and the same problems as at the
 * door, without a framework in between. Decision 0011.
 */
export function serveLive(options: LiveOptions): Live {
  const hub = hubOf(options.deps, (error) => options.onDefect(error, "live"));

  async function bid(asked: Asked): Promise<void> {
    const { request, auctionId, asking, requestId } = asked;
    const reading = readBody(request); // before anything waits: what has come is kept from here on
    reading.catch(() => undefined);
    const admission = await admit(options, PLACE_BID, asking, requestId);
    if (!admission.admitted) return refuseAdmission(asked, admission);
    const sent = parseJson(await reading, request.headers["content-type"]);
    const { status, receipt } = await placeBid(options.deps, admission.actor, auctionId, sent, admission.origin);
    send(asked, status, "application/json", JSON.stringify(toWire(receipt)));
  }

  async function follow(asked: Asked): Promise<void> {
    const { request, response, head, auctionId, asking, requestId } = asked;
    const admission = await admit(options, FOLLOW_LOT, asking, requestId);
    if (!admission.admitted) return refuseAdmission(asked, admission);
    await sendEvents(options.deps, hub, admission.actor, { auctionId, request, response, head });
  }

  function failed(error: unknown, asked: Asked): void {
    const { response, asking, requestId } = asked;
    if (response.headersSent) return void response.destroy();
    const language = languageOf(asking);
    if (error instanceof DomainError) return refuse(asked, problemOf(error, language, requestId));
    if (error instanceof BodyTooLarge) return refuse(asked, doorProblem(413, "BODY_TOO_LARGE", language, requestId, { limit: BODY_LIMIT_BYTES }), { connection: "close" });
    if (error instanceof BodyNotJson) return refuse(asked, doorProblem(415, "BODY_NOT_JSON", language, requestId));
    if (response.destroyed) return; // the caller has gone
    options.onDefect(error, requestId);
    refuse(asked, doorProblem(500, "INTERNAL", language, requestId, { requestId }));
  }

  return {
    answer(request, response, head = []) {
      const match = ADDRESS.exec(request.url ?? "");
      if (match === null) return false;
      const [, auctionId, what] = match as unknown as [string, string, string];
      const handle = what === "bids" && request.method === "POST" ? bid : what === "events" && request.method === "GET" ? follow : undefined;
      if (handle === undefined) return false;
      const asking: Asking = { headers: { get: (name) => textOf(request.headers[name]) } };
      const asked: Asked = { request, response, head, auctionId, asking, requestId: requestIdOf(asking) };
      handle(asked).catch((error: unknown) => failed(error, asked));
      return true;
    },
    get followers() {
      return hub.followers;
    },
  };
}

type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly head: Head; readonly auctionId: string; readonly asking: Asking; readonly requestId: string };

function textOf(header: string | string[] | undefined): string | null {
  return header === undefined ? null : Array.isArray(header) ? header.join(", ") : header;
}

function send({ response, head }: Asked, status: number, type: string, text: string, headers: Readonly<Record<string, string>> = {}): void {
  if (response.destroyed) return;
  sendHead(response, status, head, { "content-type": `${type}; charset=utf-8`, "content-length": String(Buffer.byteLength(text)), "cache-control": "no-store", ...headers });
  response.end(text);
}

function refuse(asked: Asked, problem: Problem, headers: Readonly<Record<string, string>> = {}): void {
  send(asked, problem.status, "application/problem+json", JSON.stringify(problem), headers);
}

function refuseAdmission(asked: Asked, { status, code, details, headers }: Refused): void {
  refuse(asked, doorProblem(status, code, languageOf(asked.asking), asked.requestId, details), headers);
}

/** The body, counted as it comes. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > BODY_LIMIT_BYTES) {
        request.pause();
        reject(new BodyTooLarge());
      } else chunks.push(chunk);
    });
    request.once("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("close", () => {
      if (!request.complete) reject(new Error("the request was broken off"));
    });
  });
}
