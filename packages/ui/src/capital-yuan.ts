import { toFen, type Amount } from "./format.ts";

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const PLACES = ["", "拾", "佰", "仟"] as const;
const GROUPS = ["", "万", "亿", "万亿", "亿亿"] as const;

/** Four digits at most; inner zeros are read once: 1005 → 壹仟零伍. */
function group(digits: string): string {
  let text = "";
  let zero = false;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[i]);
    if (digit === 0) {
      zero = text !== "";
      continue;
    }
    text += `${zero ? "零" : ""}${DIGITS[digit]}${PLACES[digits.length - 1 - i]}`;
    zero = false;
  }
  return text;
}

function whole(yuan: bigint): string {
  const digits = yuan.toString();
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  let text = "";
  let gap = false;
  groups.forEach((part, i) => {
    const read = group(part);
    if (read === "") {
      gap = text !== "";
      return;
    }
    const bridging = text !== "" && (gap || part.startsWith("0"));
    text += `${bridging ? "零" : ""}${read}${GROUPS[groups.length - 1 - i]}`;
    gap = false;
  });
  // 万亿 followed by 亿 says 亿 once: 壹万贰仟亿, not 壹万亿贰仟亿.
  return text.replace(/万亿(?=[^元]*亿)/, "万");
}

/**
 * The capital form of an amount (人民币大写), as on cheques and contracts.
 * 支付结算办法 (1997) annex 1: 整 after 元 or 角; 零 for zeros between.
 */
export function capitalYuan(amount: Amount): string {
  const fen = toFen(amount);
  const size = fen < 0n ? -fen : fen;
  const [yuan, jiao, cent] = [size / 100n, Number((size / 10n) % 10n), Number(size % 10n)];
  const sign = fen < 0n ? "负" : "";
  if (size === 0n) return "人民币零元整";
  let text = yuan > 0n ? `${whole(yuan)}元` : "";
  if (jiao === 0 && cent === 0) return `人民币${sign}${text}整`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (yuan > 0n) text += "零";
  text += cent > 0 ? `${DIGITS[cent]}分` : "整";
  return `人民币${sign}${text}`;
}
