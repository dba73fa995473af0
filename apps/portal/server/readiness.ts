import pg from "pg";

/** Asks the database whether it answers; gives up after two seconds. Its one connection is apart from the pools that work. */
export function createReadiness(databaseUrl: string | undefined) {
  if (!databaseUrl) return { ask: async () => "DATABASE_URL is not set", close: async () => undefined };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 2000, query_timeout: 2000, idleTimeoutMillis: 10_000, application_name: "ttx-readiness" });
  // A connection that breaks while idle is found out by the next question.
  pool.on("error", () => undefined);
  return {
    /** null when ready, else the reason. */
    async ask(): Promise<string | null> {
      try {
        await pool.query("select 1");
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    close: () => pool.end(),
  };
}

export type Readiness = ReturnType<typeof createReadiness>;
