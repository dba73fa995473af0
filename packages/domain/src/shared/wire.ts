import { instantText } from "./instant-text.ts";
import { toYuanText } from "./money.ts";

/**
 * A value as it goes over the wire: amounts lose their `Fen` and become decimal text of yuan (`priceFen: 150n` → `price: "1.50"`),
 * instants become ISO text, undefined is left out. Applying it twice changes nothing.
 */
export function toWire(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return instantText(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object") return value;
  const wire: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (key.endsWith("Fen") && (typeof item === "bigint" || item === null)) {
      wire[key.slice(0, -"Fen".length)] = item === null ? null : toYuanText(item);
    } else {
      wire[key] = toWire(item);
    }
  }
  return wire;
}
