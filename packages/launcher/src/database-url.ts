import pg from "pg";
import { Fault } from "./fault.ts";

/** The server and database of an address, without the password. */
function place(address: URL): string {
  return `${address.hostname || "localhost"}:${address.port || "5432"}/${address.pathname.slice(1)}`;
}

/** What is wrong with the address itself; null when it can be tried. */
export function addressFault(databaseUrl: string): string | null {
  const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol)) return "DATABASE_URL is not an address of a PostgreSQL database: it has to look like postgresql://user:password@host:5432/database.";
  if (address.pathname.length < 2) return `DATABASE_URL names no database: add its name after the host, as in postgresql://${address.host}/exchange.`;
  return null;
}

/** One sentence for what the server, or the way to it, answered. */
export function connectionFault(databaseUrl: string, error: { readonly code?: string; readonly message?: string }): string {
  const address = new URL(databaseUrl);
  const user = decodeURIComponent(address.username) || "the current user";
  switch (error.code) {
    case "ECONNREFUSED":
      return `DATABASE_URL: nothing answers at ${place(address)}; start the database server or correct host and port.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `DATABASE_URL: the host ${address.hostname} is not known; correct its name.`;
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `DATABASE_URL: ${place(address)} cannot be reached; check the network and the firewall.`;
    case "28P01":
    case "28000":
      return `DATABASE_URL: the server at ${address.host} refuses ${user}; correct user name and password.`;
    case "3D000":
      return `DATABASE_URL: the database ${address.pathname.slice(1)} does not exist on ${address.host}; create it or correct its name.`;
    case "53300":
      return `DATABASE_URL: the server at ${address.host} has no connection left; raise max_connections or close other programs.`;
    case "57P03":
      return `DATABASE_URL: the server at ${address.host} is still starting; try again in a moment.`;
    default:
      if (/password must be a string|no password supplied/i.test(error.message ?? "")) return `DATABASE_URL: the server at ${address.host} wants a password for ${user}; put it into the address.`;
      if (/timeout/i.test(error.message ?? "")) return `DATABASE_URL: ${place(address)} does not answer in time; check host, port and firewall.`;
      return `DATABASE_URL: the database at ${place(address)} cannot be used (${error.message ?? "no reason given"}).`;
  }
}

/** Connects once, so that a wrong address ends in a sentence and not deep inside a process. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const fault = addressFault(databaseUrl);
  if (fault !== null) throw new Fault(fault);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
    );
    const found = rows[0];
    if (found && found.version < 160_000) throw new Fault(`DATABASE_URL: the server is PostgreSQL ${Math.floor(found.version / 10_000)}; version 16 or newer is needed.`);
    if (found && found.encoding !== "UTF8") throw new Fault(`DATABASE_URL: the database is encoded in ${found.encoding}; create it with the encoding UTF8.`);
  } catch (error) {
    if (error instanceof Fault) throw error;
    const first = error instanceof AggregateError ? error.errors[0] : error;
    throw new Fault(connectionFault(databaseUrl, first as { code?: string; message?: string }));
  } finally {
    await client.end().catch(() => undefined);
  }
}
