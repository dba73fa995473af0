import pg from "pg";

/** Creates the database on the server of `maintenanceUrl` when it is not there, empty or as a copy of another. */
export async function ensureDatabase(maintenanceUrl: string, name: string, template = "template1"): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`);
  } finally {
    await client.end();
  }
}
