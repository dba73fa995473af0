import type { Origin } from "@ttx/domain/shared/origin";
import { toWire } from "@ttx/domain/shared/wire";

/** A response whose JSON is known to the compiler: the documentation of what an endpoint answers is made from this type. */
export type JsonAnswer<Output, Status extends number = 200> = Response & { readonly answered?: { readonly output: Output; readonly status: Status } };

export function answerJson<Output, const Status extends number = 200>(output: Output, { requestId }: Pick<Origin, "requestId">, status?: Status): JsonAnswer<Output, Status> {
  return Response.json(toWire(output), { status: status ?? 200, headers: { "cache-control": "no-store", "x-request-id": requestId } });
}

export function answerNothing(): JsonAnswer<undefined, 204> {
  return new Response(null, { status: 204 });
}
