import pg, { type Connection } from "pg";
import { NULL_LENGTH, type BinaryType } from "./binary-value.ts";
import { sha256 } from "./canonical.ts";
import type { Statements } from "./together.ts";

/** Columns of a table, one as a rule, and how they are written of a row. */
export type CopyColumns<Row> = { readonly names: readonly string[]; readonly write: (text: CopyText, row: Row) => void };

/** A column, and what of a row goes into it; null is NULL. */
export function column<Row, Value>(name: string, { room, put }: BinaryType<Value>, of: (row: Row) => Value | null): CopyColumns<Row> {
  return {
    names: [name],
    write: (text, row) => {
      const value = of(row);
      if (value === null) return text.putNull();
      text.putValue(room(value), put, value);
    },
  };
}

/** Columns that say the same in every row with the same key: what they say of a key is put into bytes once. */
export function sameFor<Row>(keyOf: (row: Row) => object, columns: readonly CopyColumns<Row>[]): CopyColumns<Row> {
  const known = new WeakMap<object, Buffer>();
  return {
    names: columns.flatMap(({ names }) => names),
    write: (text, row) => {
      const key = keyOf(row);
      let bytes = known.get(key);
      if (bytes === undefined) {
        const own = new CopyText(ROOM_OF_A_KEY);
        for (const { write } of columns) write(own, row);
        known.set(key, (bytes = Buffer.from(own.written())));
      }
      text.putBytes(bytes);
    },
  };
}

/** Of the file that COPY reads in binary: signature, no flags, no extension. */
const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const TRAILER = -1;
const FIRST_ROOM = 32_768;
const ROOM_OF_A_KEY = 256;

class CopyText {
  #buffer: Buffer;
  #at = 0;

  constructor(room: number) {
    this.#buffer = Buffer.allocUnsafe(room);
  }

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

  putBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  written(): Buffer {
    return this.#buffer.subarray(0, this.#at);
  }

  #makeRoom(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#buffer.length + bytes);
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

function encode<Row>(columns: readonly CopyColumns<Row>[], count: number, rows: readonly Row[]): Buffer {
  const text = new CopyText(FIRST_ROOM);
  text.putBytes(HEADER);
  for (const row of rows) {
    text.beginRow(count);
    for (const { write } of columns) write(text, row);
  }
  text.beginRow(TRAILER);
  return text.written();
}

/** The driver's connection, which its own types know in part. */
type CopyConnection = Connection & { execute(config: { portal: string }): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sync(): void };

/** Sent as a whole, without waiting for the server's word that it is ready to read: what comes behind a COPY that was refused is passed over by it. */
class Copy extends pg.Query {
  readonly #data: Buffer;

  constructor(name: string, text: string, data: Buffer, done: (error: Error | null) => void) {
    super(text, undefined, done as never);
    this.#data = data;
    Object.assign(this, { name });
  }

  /** The driver's last step of sending a prepared statement. */
  _getRows(connection: CopyConnection): void {
    connection.execute({ portal: "" });
    connection.sendCopyFromChunk(this.#data);
    connection.endCopyFrom();
    connection.sync();
  }

  handleCopyInResponse(): void {
    // Everything is on its way already.
  }
}

/**
 * Rows go into a table by COPY, in one piece with whatever goes out before and behind them: a page of the table is written once and not row by row, and nothing is unpacked out of arrays.
 * Rejected as any statement is; rows that cannot be put into bytes are thrown back at once, before anything of them is sent.
 */
export function copyInto<Row>(table: string, columns: readonly CopyColumns<Row>[]): (statements: Statements, rows: readonly Row[]) => Promise<void> {
  const names = columns.flatMap((some) => some.names);
  const text = `copy ${table} (${names.join(", ")}) from stdin (format binary)`;
  const name = `copy-${table}-${sha256(text).toString("hex", 0, 4)}`;
  return (statements, rows) => {
    const data = encode(columns, names.length, rows);
    return new Promise((resolve, reject) => {
      statements.query(new Copy(name, text, data, (error) => (error ? reject(error) : resolve())));
    });
  };
}
