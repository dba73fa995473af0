import { BIGINT, BOOLEAN, INSTANT, INT, NULL_LENGTH, TEXT, UUID, type BinaryType } from "./binary-value.ts";

/** Dimensions, whether there are NULLs, the type, the length and the first subscript. */
const HEADER = 20;

/** Arrays as PostgreSQL takes them in binary, for statements about many rows at once. The driver sends a Buffer in binary. A null element is NULL. */
export function arrayOf<Value>({ oid, room, put }: BinaryType<Value>): (values: readonly (Value | null)[]) => Buffer {
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

export const uuidArray = arrayOf(UUID);
export const intArray = arrayOf(INT);
export const bigintArray = arrayOf(BIGINT);
export const booleanArray = arrayOf(BOOLEAN);
export const textArray = arrayOf(TEXT);
export const instantArray = arrayOf(INSTANT);
