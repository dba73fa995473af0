import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { watchWithheld, WITHHELD_CHANNEL } from "./withheld-watch.ts";

class FakeClient extends EventEmitter {
  readonly asked: string[] = [];
  constructor(readonly fails = false) {
    super();
  }
  async connect(): Promise<void> {
    if (this.fails) throw new Error("no database");
  }
  async query(text: string): Promise<void> {
    this.asked.push(text);
  }
  async end(): Promise<void> {}
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function given(...clients: FakeClient[]) {
  const forget = vi.fn();
  const onFault = vi.fn();
  let next = 0;
  const watch = watchWithheld({ open: () => (clients[next++] ?? new FakeClient()) as never, forget, onFault, retryMs: 5 });
  return { watch, forget, onFault };
}

describe("T8 server: pages of what is withheld", () => {
  it("forgets every kept page when the database says that something is withheld", async () => {
    const client = new FakeClient();
    const { watch, forget } = given(client);
    await settled();
    expect(client.asked).toEqual([`listen ${WITHHELD_CHANNEL}`]);
    forget.mockClear();
    client.emit("notification", { channel: WITHHELD_CHANNEL });
    expect(forget).toHaveBeenCalledTimes(1);
    await watch.close();
  });

  it("listens again after the connection broke, and forgets what it may not have heard of", async () => {
    const [first, second] = [new FakeClient(true), new FakeClient()];
    const { watch, forget, onFault } = given(first, second);
    await settled();
    expect(onFault).toHaveBeenCalledTimes(1);
    expect(forget).toHaveBeenCalledTimes(1);
    second.emit("error", new Error("broken"));
    second.emit("end");
    await settled();
    expect(onFault).toHaveBeenCalledTimes(2);
    expect(forget).toHaveBeenCalledTimes(2);
    await watch.close();
  });
});
