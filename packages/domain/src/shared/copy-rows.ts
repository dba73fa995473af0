import pg, { type Connection, type PoolClient } from "pg";
import { NULL_LENGTH, type BinaryType } from "./binary-value.ts";

/** A column of a table, and what of a row goes into it; null is NULL. */
export type CopyColumn<Row> = { readonly name: string; readonly write: (text: CopyText, row: Row) => void };

export function column<Row, Value>(name: string, { room, put }: BinaryType<Value>, of: (row: Row) => Value | null): CopyColumn<Row> {
  return {
    name,
    write: (text, row) => {
      const value = of(row);
      if (value === null) return text.putNull();
      text.putValue(room(value), put, value);
    },
  };
}

/** Of the file that COPY reads in binary: signature, no flags, no extension. */
const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const TRAILER = -1;
const FIRST_ROOM = 32_768;

class CopyText {
  #buffer = Buffer.allocUnsafe(FIRST_ROOM);
  #at = HEADER.copy(this.#buffer);

  beginRow(columns: number): void {
    this.#makeRoom(2);
    this.#at = this.#buffer.writeInt16BE(columns, this.#at);
  }

  putNull(): void {
    this.#makeRoom(4);
    this.#at = this.#buffer.writeInt32BE(NULL_LENGTH, this.#at);
  }

  putValue<Value>(room: number, put: BinaryType<Value>["put"], value: Value): void {
    this.#makeRoom(4 + room);
    const from = this.#at + 4;
    const end = put(this.#buffer, from, value);
    this.#buffer.writeInt32BE(end - from, this.#at);
    this.#at = end;
  }

  end(): Buffer {
    this.beginRow(TRAILER);
    return this.#buffer.subarray(0, this.#at);
  }

  #makeRoom(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#buffer.length + bytes);
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

function encode<Row>(columns: readonly CopyColumn<Row>[], rows: readonly Row[]): Buffer {
  const text = new CopyText();
  for (const row of rows) {
    text.beginRow(columns.length);
    for (const { write } of columns) write(text, row);
  }
  return text.end();
}

/** The driver's connection, which its own types know in part. */
type CopyConnection = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** Sent as a whole, without waiting for the server's word that it is ready to read: what comes behind a COPY that was refused is passed over by it. */
class Copy extends pg.Query {
  constructor(text: string, data: Buffer, done: (error: Error | null) => void) {
    super({ text }, done as never);
    this.submit = (connection) => {
      connection.query(text);
      (connection as CopyConnection).sendCopyFromChunk(data);
      (connection as CopyConnection).endCopyFrom();
    };
  }

  handleCopyInResponse(): void {
    // Everything is on its way already.
  }
}

/**
 * Rows go into a table by COPY, in one piece with whatever goes out before and behind them: a page of the table is written once and not row by row, and nothing is unpacked out of arrays.
 * Rejected as any statement is.
 */
export function copyInto<Row>(table: string, columns: readonly CopyColumn<Row>[]): (client: PoolClient, rows: readonly Row[]) => Promise<void> {
  const text = `copy ${table} (${columns.map(({ name }) => name).join(", ")}) from stdin (format binary)`;
  return (client, rows) =>
    new Promise((resolve, reject) => {
      client.query(new Copy(text, encode(columns, rows), (error) => (error ? reject(error) : resolve())));
    });
}
