import pg, { type Connection, type PoolClient, type QueryConfig } from "pg";

/** Where statements are put: a connection, or statements that leave together. */
export type Statements = Pick<PoolClient, "query">;

/** What the driver's queries and connections can do beside what its types say. */
type Answering = {
  name: string | undefined;
  text: string;
  values: unknown;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
};
type Sending = Connection & { sync(): void; readonly submittedNamedStatements: Record<string, string> };
type Asked = pg.Query & Answering;

/**
 * Statements that are put before `ask` returns have one end behind all of them: PostgreSQL goes through them without an answer in between, which would cost it a tenth of a batch
 * of bids. Either all of them come to their end or none is answered but with the error of the one that failed. What is put later is sent by itself. Every statement is kept by name.
 */
export function together<Answer>(client: PoolClient, ask: (statements: Statements) => Answer): Answer {
  let all: Together | undefined;
  let isOver = false;
  const putQuery = (query: Asked): void => {
    all ??= beginOn(client);
    all.put(query);
  };
  const put = (statement: string | QueryConfig | Asked): unknown => {
    if (isOver) return client.query(statement as never);
    if (statement instanceof pg.Query) return putQuery(statement);
    const { name, text, values } = typeof statement === "string" ? { name: statement, text: statement } : statement;
    return new Promise((resolve, reject) => putQuery(statementOf({ name, text, values }, (error, result) => (error ? reject(error) : resolve(result)))));
  };
  try {
    return ask({ query: put as PoolClient["query"] });
  } finally {
    isOver = true;
    all?.end();
  }
}

function beginOn(client: PoolClient): Together {
  const all = new Together();
  client.query(all);
  return all;
}

function statementOf({ name, text, values }: Pick<QueryConfig, "name" | "text"> & { readonly values?: unknown }, done: (error: Error | undefined, result: unknown) => void): Asked {
  const statement = new pg.Query(text, undefined, done) as Asked; // given as text, it is not copied
  [statement.name, statement.values] = [name, values];
  return statement;
}

/** To the driver it is one query. Its name and text are at any time those of the statement that PostgreSQL is answering, by which the driver knows what has been prepared. */
class Together extends pg.Query {
  #all: Asked[] = [];
  #at = 0;
  #connection: Sending | undefined;
  #isOver = false;

  constructor() {
    super("");
    this.submit = (connection) => {
      this.#connection = connection as Sending;
      for (const statement of this.#all) statement.submit(withoutEnd(this.#connection));
      if (this.#isOver) this.#connection.sync();
    };
  }

  put(statement: Asked): void {
    this.#all.push(statement);
    if (this.#all.length === 1) this.#pass(0);
    if (this.#connection) statement.submit(withoutEnd(this.#connection));
  }

  end(): void {
    this.#isOver = true;
    this.#connection?.sync();
  }

  handleRowDescription(message: unknown): void {
    this.#now.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#now.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#now.handleCommandComplete(message, connection);
    this.#pass(this.#at + 1);
  }

  handleCopyInResponse(): void {
    // Everything is on its way already.
  }

  handleReadyForQuery(connection: Connection): void {
    for (const statement of this.#letGo()) statement.handleReadyForQuery(connection);
  }

  handleError(error: Error, connection: Connection): void {
    const all = this.#letGo();
    // PostgreSQL has passed over what comes behind, and has prepared none of it.
    for (const { name } of all.slice(this.#at)) if (name !== undefined) delete (connection as Sending).submittedNamedStatements[name];
    for (const statement of all) statement.handleError(error, connection);
  }

  /** An old query that held what it was asked would carry each batch into the old generation of the heap: a scavenge took 4 ms and not 2. */
  #letGo(): readonly Asked[] {
    const all = this.#all;
    this.#all = [];
    return all;
  }

  get #now(): Asked {
    return this.#all[this.#at]!;
  }

  #pass(to: number): void {
    this.#at = to;
    const { name, text } = this.#all[to] ?? { name: undefined, text: "" };
    Object.assign(this, { name, text });
  }
}

const views = new WeakMap<Connection, Sending>();

/** The connection for a statement that others follow. */
function withoutEnd(connection: Sending): Sending {
  let view = views.get(connection);
  if (!view) views.set(connection, (view = Object.create(connection, { sync: { value: () => undefined } }) as Sending));
  return view;
}
