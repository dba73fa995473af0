import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainBid } from "./read-plain-bid.ts";

const AUCTION = "018f3b1a-0000-7000-8000-000000000001";
const BODY = '{"amount":"2000000","requestId":"request-0001"}';

function request({ line = `POST /api/v1/auctions/${AUCTION}/bids HTTP/1.1`, headers = [], body = BODY, length = String(Buffer.byteLength(body)) }: { line?: string; headers?: readonly string[]; body?: string; length?: string | null } = {}): Buffer {
  return Buffer.from([line, "Host: localhost", "Content-Type: application/json", ...(length === null ? [] : [`Content-Length: ${length}`]), ...headers, "", body].join("\r\n"));
}

describe("T2 live: a bid in its plain form", () => {
  it("is read as it stands, its headers by their names in small letters", () => {
    expect(readPlainBid(request({ headers: ["Authorization:  Bearer abc ", "Connection: Keep-Alive", "X-Empty:"] }))).toEqual({
      url: `/api/v1/auctions/${AUCTION}/bids`,
      auctionId: AUCTION,
      headers: { host: "localhost", "content-type": "application/json", "content-length": String(BODY.length), authorization: "Bearer abc", connection: "Keep-Alive", "x-empty": "" },
      body: Buffer.from(BODY),
    });
  });

  it("may say what is not ASCII in its body, and nothing at all", () => {
    expect(readPlainBid(request({ body: '{"amount":"二百万"}' }))?.body.toString()).toBe('{"amount":"二百万"}');
    expect(readPlainBid(request({ body: "" }))?.body.length).toBe(0);
  });

  it.each<[string, Buffer]>([
    ["another method", request({ line: `GET /api/v1/auctions/${AUCTION}/bids HTTP/1.1` })],
    ["a method in small letters", request({ line: `post /api/v1/auctions/${AUCTION}/bids HTTP/1.1` })],
    ["another address", request({ line: `POST /api/v1/auctions/${AUCTION}/proxy HTTP/1.1` })],
    ["a query", request({ line: `POST /api/v1/auctions/${AUCTION}/bids?a=1 HTTP/1.1` })],
    ["an address with its host", request({ line: `POST http://localhost/api/v1/auctions/${AUCTION}/bids HTTP/1.1` })],
    ["an older version", request({ line: `POST /api/v1/auctions/${AUCTION}/bids HTTP/1.0` })],
    ["no host", Buffer.from(request().toString().replace("Host: localhost\r\n", ""))],
    ["no length", request({ length: null })],
    ["a length in another notation", request({ length: "0x2f" })],
    ["a length with a sign", request({ length: `+${BODY.length}` })],
    ["two lengths", request({ headers: [`content-length: ${BODY.length}`] })],
    ["a length that is too short: something comes behind", request({ length: String(BODY.length - 1) })],
    ["a length that is too long: something is still to come", request({ length: String(BODY.length + 1) })],
    ["pieces", request({ headers: ["Transfer-Encoding: chunked"] })],
    ["pieces under a name with a blank", request({ headers: ["Transfer-Encoding : chunked"] })],
    ["a question before the body", request({ headers: ["Expect: 100-continue"] })],
    ["a change of protocol", request({ headers: ["Upgrade: h2c"] })],
    ["the end of the connection", request({ headers: ["Connection: close"] })],
    ["several wishes for the connection", request({ headers: ["Connection: keep-alive, x-hop"] })],
    ["a header twice", request({ headers: ["X-Forwarded-For: 1.2.3.4", "x-forwarded-for: 5.6.7.8"] })],
    ["a folded header", request({ headers: ["X-Long: a", " b"] })],
    ["a header without a colon", request({ headers: ["nonsense"] })],
    ["a header without a name", request({ headers: [": value"] })],
    ["a name that objects have by themselves", request({ headers: ["constructor: x"] })],
    ["a name that changes what an object is", request({ headers: ["__proto__: x"] })],
    ["a control character", request({ headers: ["X-Odd: a\u0000b"] })],
    ["a lone line feed", request({ headers: ["X-Odd: a\nX-More: b"] })],
    ["a lone carriage return", request({ headers: ["X-Odd: a\rb"] })],
    ["another alphabet in the head", request({ headers: ["X-Odd: 值"] })],
    ["a head without an end", Buffer.from("POST /api/v1/auctions/")],
    ["nothing", Buffer.alloc(0)],
    ["more than a head may hold", request({ body: " ".repeat(17_000) })],
  ])("is not one with %s", (_what, piece) => {
    expect(readPlainBid(piece)).toBeNull();
  });

  it("is never found in a part of itself, nor with anything behind it", () => {
    const whole = request({ headers: ["Authorization: Bearer abc"] });
    fc.assert(fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => readPlainBid(whole.subarray(0, end)) === null), { numRuns: 300 });
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), (more) => readPlainBid(Buffer.concat([whole, more])) === null));
  });
});
