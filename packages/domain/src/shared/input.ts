import { z } from "zod";
import { parseYuan, YUAN_FORM, type Fen } from "./money.ts";
import { day, type Day } from "./clock.ts";

/** A caller's own number for a request. */
export const REQUEST_FORM = /^[\w.:-]{8,100}$/;

/** An amount as typed and sent: decimal text of yuan, two places at most, more than 0. Becomes fen. */
export const YuanText = z
  .string()
  .trim()
  .regex(YUAN_FORM)
  .transform((text): Fen => parseYuan(text)!)
  .refine((amount) => amount > 0n, { params: { code: "AMOUNT_NOT_POSITIVE" } });

/** Like {@link YuanText}, but 0 is allowed. */
export const YuanTextOrZero = z
  .string()
  .trim()
  .regex(YUAN_FORM)
  .transform((text): Fen => parseYuan(text)!);

/** A calendar day, "YYYY-MM-DD", that exists. */
export const DayText = z.iso.date().transform((text): Day => day(text));

export const Id = z.uuid();

/** One line of text without control characters. */
export function line(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), { params: { code: "CONTROL_CHARACTER" } });
}

/** Several lines of text; no control characters but tab and line ends. */
export function prose(max: number, min = 0) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), { params: { code: "CONTROL_CHARACTER" } });
}

/** A day as the database keeps it (midnight UTC of a `date` column). */
export function dateColumn(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}

export function dayOfColumn(value: Date): Day {
  return value.toISOString().slice(0, 10) as Day;
}
