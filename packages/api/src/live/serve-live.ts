import type { IncomingMessage, ServerResponse } from "node:http";
import { BidderUnsure } from "@ttx/domain/auction";
import { DomainError } from "@ttx/domain/shared/errors";
import { toWire } from "@ttx/domain/shared/wire";
import { admit, languageOf, requestIdOf, type AdmissionRules, type Refused } from "../door/admit.ts";
import type { Asking, WhoAsks } from "../door/caller.ts";
import { doorProblem, problemOf, type Problem } from "../door/problem.ts";
import { BODY_LIMIT_BYTES, BodyNotJson, BodyTooLarge, parseJson } from "../door/read-parts.ts";
import { FOLLOW_LOT, PLACE_BID } from "../endpoints/live.endpoints.ts";
import { placeBid } from "./desk.ts";
import { sendHead, type Head } from "./head.ts";
import { hubOf } from "./hub.ts";
import { sendEvents } from "./send-events.ts";

export type LiveOptions = AdmissionRules & { readonly onDefect: (error: unknown, requestId: string) => void };

/** A bid as whichever server read it. */
export type BidAsked = { readonly auctionId: string; readonly asking: Asking; readonly requestId: string; readonly body: Promise<Buffer> | Buffer };
/** An answer before it is written: the type without its charset, and the headers that are its own. */
export type Answer = { readonly status: number; readonly type: "application/json" | "application/problem+json"; readonly text: string; readonly headers: Readonly<Record<string, string>> };

export type Live = {
  /** Answers bids and event streams, with what the server says in every answer; false for everything else, which is left as it came. */
  answer(request: IncomingMessage, response: ServerResponse, head?: Head): boolean;
  /** The answer to a bid, a refusal or a fault included; never rejected. */
  answerBid(asked: BidAsked): Promise<Answer>;
  readonly followers: number;
};

const ADDRESS = /^\/api\/v1\/auctions\/([0-9a-fA-F-]{36})\/(bids|events)(?:\?|$)/;
const NO_HEADERS = {};

/**
 * The two addresses that many call at once, answered on plain node:http or whatever else has read a bid: the same admission, the same use case and the same problems as at the
 * door, without a framework in between. Decision 0011.
 */
export function serveLive(options: LiveOptions): Live {
  const hub = hubOf(options.deps, (error) => options.onDefect(error, "live"));

  async function answerBid(asked: BidAsked): Promise<Answer> {
    try {
      return await bidAs(asked, "recall");
    } catch (error) {
      if (!(error instanceof BidderUnsure)) return failed(error, asked);
    }
    return bidAs(asked, "ask").catch((error: unknown) => failed(error, asked));
  }

  async function bidAs(asked: BidAsked, who: WhoAsks): Promise<Answer> {
    const { auctionId, asking, requestId } = asked;
    const admission = await admit(options, PLACE_BID, asking, requestId, who);
    if (!admission.admitted) return notAdmitted(asked, admission);
    const sent = parseJson(await asked.body, asking.headers.get("content-type") ?? undefined);
    const { status, receipt } = await placeBid(options.deps, admission.recalled ?? admission.actor, auctionId, sent, admission.origin);
    return { status, type: "application/json", text: JSON.stringify(toWire(receipt)), headers: NO_HEADERS };
  }

  async function follow(asked: Asked): Promise<void> {
    const { request, response, head, auctionId, asking, requestId } = asked;
    try {
      const admission = await admit(options, FOLLOW_LOT, asking, requestId);
      if (!admission.admitted) return send(asked, notAdmitted(asked, admission));
      await sendEvents(options.deps, hub, admission.actor, { auctionId, request, response, head });
    } catch (error) {
      if (response.destroyed) return; // the caller has gone
      if (response.headersSent) response.destroy();
      else send(asked, failed(error, asked));
    }
  }

  function failed(error: unknown, { asking, requestId }: Pick<BidAsked, "asking" | "requestId">): Answer {
    const language = languageOf(asking);
    if (error instanceof DomainError) return refusal(problemOf(error, language, requestId));
    if (error instanceof BodyTooLarge) return refusal(doorProblem(413, "BODY_TOO_LARGE", language, requestId, { limit: BODY_LIMIT_BYTES }), { connection: "close" });
    if (error instanceof BodyNotJson) return refusal(doorProblem(415, "BODY_NOT_JSON", language, requestId));
    if (!(error instanceof BrokenOff)) options.onDefect(error, requestId);
    return refusal(doorProblem(500, "INTERNAL", language, requestId, { requestId }));
  }

  return {
    answer(request, response, head = []) {
      const match = ADDRESS.exec(request.url ?? "");
      if (match === null) return false;
      const [, auctionId, what] = match as unknown as [string, string, string];
      const asking: Asking = { headers: { get: (name) => textOf(request.headers[name]) } };
      const asked: Asked = { request, response, head, auctionId, asking, requestId: requestIdOf(asking) };
      if (what === "events" && request.method === "GET") void follow(asked);
      else if (what === "bids" && request.method === "POST") {
        const body = readBody(request); // before anything waits: what has come is kept from here on
        body.catch(() => undefined);
        void answerBid({ auctionId, asking, requestId: asked.requestId, body }).then((answer) => send(asked, answer));
      } else return false;
      return true;
    },
    answerBid,
    get followers() {
      return hub.followers;
    },
  };
}

type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly head: Head; readonly auctionId: string; readonly asking: Asking; readonly requestId: string };

function textOf(header: string | string[] | undefined): string | null {
  return header === undefined ? null : Array.isArray(header) ? header.join(", ") : header;
}

function send({ response, head }: Asked, { status, type, text, headers }: Answer): void {
  if (response.destroyed) return; // the caller has gone
  sendHead(response, status, head, { "content-type": `${type}; charset=utf-8`, "content-length": String(Buffer.byteLength(text)), "cache-control": "no-store", ...headers });
  response.end(text);
}

function refusal(problem: Problem, headers: Readonly<Record<string, string>> = NO_HEADERS): Answer {
  return { status: problem.status, type: "application/problem+json", text: JSON.stringify(problem), headers };
}

function notAdmitted({ asking, requestId }: Pick<BidAsked, "asking" | "requestId">, { status, code, details, headers }: Refused): Answer {
  return refusal(doorProblem(status, code, languageOf(asking), requestId, details), headers);
}

/** The caller has gone before he had said all. */
class BrokenOff extends Error {}

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
    request.once("error", () => reject(new BrokenOff("the request was broken off")));
    request.once("close", () => {
      if (!request.complete) reject(new BrokenOff("the request was broken off"));
    });
  });
}
