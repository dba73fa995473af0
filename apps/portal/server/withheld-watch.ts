import pg from "pg";

/** Said by the database when a report of suspected secrecy is committed, to every portal. */
export const WITHHELD_CHANNEL = "content_withheld";
const RETRY_MS = 1_000;

type Listener = Pick<pg.Client, "connect" | "query" | "on" | "end">;
export type WithheldWatchOptions = { readonly open: () => Listener; readonly forget: () => void; readonly onFault: (error: unknown) => void; readonly retryMs?: number };

/** Whatever portal a report went through, every portal forgets the pages it has kept. While it cannot hear, it takes nothing for granted: it forgets when it hears again. */
export function watchWithheld({ open, forget, onFault, retryMs = RETRY_MS }: WithheldWatchOptions) {
  let stopped = false;
  let current: Listener | null = null;
  let retry: NodeJS.Timeout | undefined;

  function again(error: unknown) {
    if (stopped || retry !== undefined) return;
    onFault(error);
    const broken = current;
    current = null;
    broken?.end().catch(() => undefined);
    retry = setTimeout(() => {
      retry = undefined;
      void listen();
    }, retryMs);
  }

  async function listen(): Promise<void> {
    const client = open();
    current = client;
    client.on("notification", forget);
    const broke = (error: unknown): void => {
      if (client === current) again(error);
    };
    client.on("error", broke);
    client.on("end", () => broke(new Error("the connection has ended")));
    try {
      await client.connect();
      await client.query(`listen ${WITHHELD_CHANNEL}`);
      forget();
    } catch (error) {
      broke(error);
    }
  }

  void listen();
  return {
    async close(): Promise<void> {
      stopped = true;
      clearTimeout(retry);
      await current?.end().catch(() => undefined);
    },
  };
}

/** A connection of its own, apart from the pools that work. */
export function openListener(databaseUrl: string | undefined): () => Listener {
  return () => new pg.Client({ connectionString: databaseUrl, application_name: "ttx-withheld", connectionTimeoutMillis: 2_000, keepAlive: true });
}
