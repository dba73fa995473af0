/** Values as PostgreSQL sends and takes them in binary: it need not read them character by character, and nothing in them has to be quoted. */
export type BinaryType<Value> = {
  readonly oid: number;
  /** At least so many bytes are needed for a value. */
  readonly room: (value: Value) => number;
  /** Writes a value where it has room; returns where it ends. */
  readonly put: (buffer: Buffer, at: number, value: Value) => number;
};

/** What stands in place of a value's length where there is none. */
export const NULL_LENGTH = -1;
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);
const MOST_BYTES_OF_A_CHARACTER = 3;
const DASH = 45;

function putText(buffer: Buffer, at: number, value: string): number {
  return at + buffer.write(value, at);
}

function putUuid(buffer: Buffer, at: number, value: string): number {
  let [to, i] = [at, 0];
  while (i < value.length) {
    if (value.charCodeAt(i) === DASH) i += 1;
    buffer[to++] = (nibble(value.charCodeAt(i)) << 4) | nibble(value.charCodeAt(i + 1));
    i += 2;
  }
  return to;
}

/** Of a hexadecimal digit in either case. */
function nibble(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

export const UUID: BinaryType<string> = { oid: 2950, room: () => 16, put: putUuid };
export const INT: BinaryType<number> = { oid: 23, room: () => 4, put: (buffer, at, value) => buffer.writeInt32BE(value, at) };
export const BIGINT: BinaryType<bigint> = { oid: 20, room: () => 8, put: (buffer, at, value) => buffer.writeBigInt64BE(value, at) };
export const BOOLEAN: BinaryType<boolean> = { oid: 16, room: () => 1, put: (buffer, at, value) => buffer.writeUInt8(value ? 1 : 0, at) };
export const TEXT: BinaryType<string> = { oid: 25, room: (value) => value.length * MOST_BYTES_OF_A_CHARACTER, put: putText };
/** JSON that is text already. */
export const JSONB: BinaryType<string> = { oid: 3802, room: (value) => 1 + value.length * MOST_BYTES_OF_A_CHARACTER, put: (buffer, at, value) => putText(buffer, buffer.writeUInt8(1, at), value) };
export const BYTEA: BinaryType<Uint8Array> = { oid: 17, room: (value) => value.length, put: (buffer, at, value) => (buffer.set(value, at), at + value.length) };
/** timestamptz, to the millisecond. */
export const INSTANT: BinaryType<Date> = { oid: 1184, room: () => 8, put: (buffer, at, value) => buffer.writeBigInt64BE(BigInt(value.getTime() - POSTGRES_EPOCH_MS) * 1000n, at) };
