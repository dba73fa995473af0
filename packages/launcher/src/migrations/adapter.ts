import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/** What the adapter's class has beside its published interface. */
interface Inside {
  underlyingDriver(): pg.Pool;
  onError(error: unknown): never;
  performIO(query: SqlQuery): Promise<pg.QueryArrayResult>;
}

/** PostgreSQL's one-byte "char", as the system catalogues use it. */
const CATALOGUE_CHAR = 18;
const TEXT = 25;

/**
 * The adapter's own executeScript cuts a script at every semicolon, which breaks function bodies:
 * here a script goes to the server in one piece, as one implicit transaction.
 */
function scriptsInOnePiece(adapter: SqlDriverAdapter & Inside): void {
  const pool = adapter.underlyingDriver();
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
}

/** The adapter refuses columns of the type "char", which the engine asks the catalogues for when it looks at a database. */
function readsCatalogues(adapter: SqlDriverAdapter & Inside): void {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let chars: number[] = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    chars = result.fields.flatMap((field, index) => (field.dataTypeID === CATALOGUE_CHAR ? [index] : []));
    const fields = result.fields.map((field) => (field.dataTypeID === CATALOGUE_CHAR ? { ...field, dataTypeID: TEXT } : field));
    return { ...result, fields };
  };
  adapter.queryRaw = async (query) => {
    const found = await queryRaw(query); // the engine asks one question at a time
    for (const index of chars) found.columnTypes[index] = ColumnTypeEnum.Character;
    return found;
  };
}

function fitted(connected: SqlDriverAdapter): SqlDriverAdapter {
  const adapter = connected as SqlDriverAdapter & Inside;
  if (!adapter.underlyingDriver || !adapter.performIO || !adapter.onError) throw new Error("the PostgreSQL adapter is built differently from the version that migrations were written for");
  scriptsInOnePiece(adapter);
  readsCatalogues(adapter);
  return adapter;
}

/** The schema engine's way to a database: over one pool, which the caller ends. */
export function engineAdapter(pool: pg.Pool): object {
  const factory = new PrismaPg(pool);
  return bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => fitted(await factory.connect()),
    connectToShadowDb: async () => fitted(await factory.connectToShadowDb()),
  });
}
