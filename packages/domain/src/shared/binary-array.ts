/**
 * Arrays as PostgreSQL sends and takes them in binary, for statements that write many rows at once: it need not read them character by character, and nothing in them has to
 * be quoted. The driver sends a Buffer in binary. A null element is NULL.
 */
type Put<Value> = (buffer: Buffer, at: number, value: Value) => number;
type ElementType<Value> = { readonly oid: number; /** At least so many bytes are needed for a value. */ readonly room: (value: Value) => number; readonly put: Put<Value> };

const HEADER = 20;
const NULL_LENGTH = -1;
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);
const MOST_BYTES_OF_A_CHARACTER = 3;

function arrayOf<Value>({ oid, room, put }: ElementType<Value>): (values: readonly (Value | null)[]) => Buffer {
  return (values) => {
    let size = HEADER;
    for (const value of values) size += 4 + (value === null ? 0 : room(value));
    const buffer = Buffer.allocUnsafe(size);
    let at = HEADER;
    let hasNull = 0;
    for (const value of values) {
      if (value === null) {
        hasNull = 1;
        at = buffer.writeInt32BE(NULL_LENGTH, at);
        continue;
      }
      const end = put(buffer, at + 4, value);
      buffer.writeInt32BE(end - at - 4, at);
      at = end;
    }
    buffer.writeInt32BE(values.length === 0 ? 0 : 1, 0); // dimensions
    buffer.writeInt32BE(hasNull, 4);
    buffer.writeInt32BE(oid, 8);
    if (values.length === 0) return buffer.subarray(0, 12);
    buffer.writeInt32BE(values.length, 12);
    buffer.writeInt32BE(1, 16); // the first subscript
    return buffer.subarray(0, at);
  };
}

const putText: Put<string> = (buffer, at, value) => at + buffer.write(value, at);
const DASH = 45;

export const uuidArray = arrayOf<string>({
  oid: 2950,
  room: () => 16,
  put: (buffer, at, value) => {
    let [to, i] = [at, 0];
    while (i < value.length) {
      if (value.charCodeAt(i) === DASH) i += 1;
      buffer[to++] = (nibble(value.charCodeAt(i)) << 4) | nibble(value.charCodeAt(i + 1));
      i += 2;
    }
    return to;
  },
});

/** Of a hexadecimal digit in either case. */
function nibble(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

export const intArray = arrayOf<number>({ oid: 23, room: () => 4, put: (buffer, at, value) => buffer.writeInt32BE(value, at) });
export const bigintArray = arrayOf<bigint>({ oid: 20, room: () => 8, put: (buffer, at, value) => buffer.writeBigInt64BE(value, at) });
export const booleanArray = arrayOf<boolean>({ oid: 16, room: () => 1, put: (buffer, at, value) => buffer.writeUInt8(value ? 1 : 0, at) });
export const textArray = arrayOf<string>({ oid: 25, room: (value) => value.length * MOST_BYTES_OF_A_CHARACTER, put: putText });
/** JSON that is text already. */
export const jsonbArray = arrayOf<string>({ oid: 3802, room: (value) => 1 + value.length * MOST_BYTES_OF_A_CHARACTER, put: (buffer, at, value) => putText(buffer, buffer.writeUInt8(1, at), value) });
export const byteaArray = arrayOf<Uint8Array>({ oid: 17, room: (value) => value.length, put: (buffer, at, value) => (buffer.set(value, at), at + value.length) });
/** Of timestamptz; to the millisecond. */
export const instantArray = arrayOf<Date>({ oid: 1184, room: () => 8, put: (buffer, at, value) => buffer.writeBigInt64BE(BigInt(value.getTime() - POSTGRES_EPOCH_MS) * 1000n, at) });
