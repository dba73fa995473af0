import type { Writable } from "node:stream";
import type { PoolClient } from "pg";

/**
 * Has statements that go out one behind the other leave together: the server is woken once and not for each. Only what is sent before `send` returns is
 * part of it; what was sent before `leave` is called leaves then. The driver's own types do not know its connection.
 */
export function inOnePacket<Sent>(client: PoolClient, send: (leave: () => void) => Sent): Sent {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return send(() => {
      stream.uncork();
      stream.cork();
    });
  } finally {
    stream.uncork();
  }
}
