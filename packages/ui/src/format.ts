import type { Lang } from "./text.ts";

/** An amount: fen as a bigint, or the API's decimal string of yuan ("1234567.00"). Never a float. */
export type Amount = bigint | string;

const YUAN_TEXT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Reads a decimal string of yuan ("1,234.5", "1234567.00") into fen; null when it is not an exact amount. */
export function parseYuan(text: string): bigint | null {
  const match = YUAN_TEXT.exec(text.replace(/[\s,，¥￥]/g, ""));
  if (!match) return null;
  const fen = BigInt(match[2] ?? "0") * 100n + BigInt((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -fen : fen;
}

/** Reads an amount typed in 万元 ("123.456789") into fen; at most six decimals are exact. */
export function parseWan(text: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text.replace(/[\s,，]/g, ""));
  if (!match) return null;
  const fen = BigInt(match[2] ?? "0") * 1_000_000n + BigInt((match[3] ?? "").padEnd(6, "0"));
  return match[1] === "-" ? -fen : fen;
}

export function toFen(amount: Amount): bigint {
  if (typeof amount === "bigint") return amount;
  const fen = parseYuan(amount);
  if (fen === null) throw new RangeError(`Not an amount in yuan: ${amount}`);
  return fen;
}

/** Fen to the API's decimal string of yuan. */
export function yuanText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Rounds half away from zero to `decimals` places of `unit` fen. */
function inUnit(fen: bigint, unit: bigint, decimals: number): string {
  const size = fen < 0n ? -fen : fen;
  const steps = 10n ** BigInt(decimals);
  const rounded = (size * steps * 2n + unit) / (unit * 2n);
  const digits = rounded.toString().padStart(decimals + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - decimals));
  return `${fen < 0n ? "-" : ""}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
}

/** Exact: ¥1,234,567.00. For files, ledgers and anything that binds. */
export function formatYuan(amount: Amount): string {
  const text = inUnit(toFen(amount), 100n, 2);
  return text.startsWith("-") ? `-¥${text.slice(1)}` : `¥${text}`;
}

const WAN = 1_000_000n;
const YI = 10_000_000_000n;
const MILLION = 100_000_000n;
const BILLION = 100_000_000_000n;

/** Readable: 123.46 万元 or 1.23 亿元; in English ¥1.2346 million, ¥2.00 million, ¥1.23 billion. For lists and charts, exact on hover. */
export function formatWan(amount: Amount, lang: Lang = "zh"): string {
  const fen = toFen(amount);
  const size = fen < 0n ? -fen : fen;
  if (lang === "en") {
    if (size >= BILLION) return signed(inUnit(fen, BILLION, 2), " billion");
    if (size >= MILLION) return signed(size >= 10n * MILLION ? inUnit(fen, MILLION, 2) : inUnit(fen, MILLION, 4).replace(/0{1,2}$/, ""), " million");
    return signed(inUnit(fen, 100n, size % 100n === 0n ? 0 : 2), "");
  }
  if (size >= YI) return `${inUnit(fen, YI, 2)} 亿元`;
  if (size >= WAN) return `${inUnit(fen, WAN, 2)} 万元`;
  return `${inUnit(fen, 100n, size % 100n === 0n ? 0 : 2)} 元`;
}

function signed(text: string, unit: string): string {
  return text.startsWith("-") ? `-¥${text.slice(1)}${unit}` : `¥${text}${unit}`;
}

/** 1,234,567; big counts in lists may be shortened: 12.3 万. */
export function formatCount(count: number | bigint): string {
  return grouped(count.toString());
}

/** A share of ten thousand (basis points) as a percentage: 1234 → 12.34%. */
export function formatBp(bp: number): string {
  const sign = bp < 0 ? "-" : "";
  const size = Math.abs(Math.round(bp));
  const rest = (size % 100).toString().padStart(2, "0").replace(/0+$/, "");
  return `${sign}${grouped(Math.floor(size / 100).toString())}${rest ? `.${rest}` : ""}%`;
}

const ZONE = "Asia/Shanghai";
const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Clock = Record<"year" | "month" | "day" | "hour" | "minute" | "second", string>;

function inShanghai(instant: Date | string): Clock {
  const parts: Clock = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
  for (const { type, value } of PARTS.formatToParts(new Date(instant))) {
    if (type in parts) parts[type as keyof Clock] = value;
  }
  return parts;
}

/** 2025年9月24日 or 24 Sep 2025, in Asia/Shanghai. A calendar day ("2025-09-24") stays that day. */
export function formatDay(day: Date | string, lang: Lang = "zh"): string {
  const plain = typeof day === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) : null;
  const { year, month, day: date } = plain
    ? { year: plain[1] ?? "", month: plain[2] ?? "", day: plain[3] ?? "" }
    : inShanghai(day);
  return lang === "zh" ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** 2025年9月24日 09:00 or 24 Sep 2025, 09:00, in Asia/Shanghai; with seconds where order is decided. */
export function formatDateTime(instant: Date | string, lang: Lang = "zh", seconds = false): string {
  const { hour, minute, second } = inShanghai(instant);
  const time = `${hour}:${minute}${seconds ? `:${second}` : ""}`;
  return lang === "zh" ? `${formatDay(instant, lang)} ${time}` : `${formatDay(instant, lang)}, ${time}`;
}

/** What is left, in words: 还剩 3 天 4 小时. `null` once the instant has passed. */
export function formatLeft(untilMs: number, lang: Lang = "zh"): string | null {
  if (untilMs <= 0) return null;
  const seconds = Math.floor(untilMs / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const zh = days > 0 ? `${days} 天${hours > 0 ? ` ${hours} 小时` : ""}` : hours > 0 ? `${hours} 小时${minutes > 0 ? ` ${minutes} 分` : ""}` : minutes > 0 ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`;
  const en = days > 0 ? `${days} d${hours > 0 ? ` ${hours} h` : ""}` : hours > 0 ? `${hours} h${minutes > 0 ? ` ${minutes} min` : ""}` : minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
  return lang === "zh" ? `还剩 ${zh}` : `${en} left`;
}
