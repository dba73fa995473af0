const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const PLACES = ["", "拾", "佰", "仟"] as const;
const GROUPS = ["", "万", "亿", "万亿"] as const;

/** Up to four digits; inner zeros are read once: 1005 → 壹仟零伍. */
function readGroup(digits: string): string {
  let text = "";
  let gap = false;
  for (const [i, digit] of [...digits].entries()) {
    if (digit === "0") {
      gap = text !== "";
      continue;
    }
    text += `${gap ? "零" : ""}${DIGITS[Number(digit)]}${PLACES[digits.length - 1 - i]}`;
    gap = false;
  }
  return text;
}

function readWhole(yuan: bigint): string {
  const digits = yuan.toString();
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  let text = "";
  let gap = false;
  for (const [i, group] of groups.entries()) {
    const words = readGroup(group);
    if (words === "") {
      gap = text !== "";
      continue;
    }
    const bridge = text !== "" && (gap || group.startsWith("0")) ? "零" : "";
    text += `${bridge}${words}${GROUPS[groups.length - 1 - i]}`;
    gap = false;
  }
  return text;
}

/**
 * The capital form (人民币大写) of an amount from 0 to 9,999 万亿 yuan, as contracts and certificates write it beside the figure.
 * 支付结算办法 (1997) annex 1.
 */
export function capitalYuan(amountFen: bigint): string {
  if (amountFen < 0n) throw new RangeError(`no capital form for ${amountFen} fen`);
  if (amountFen === 0n) return "人民币零元整";
  const yuan = amountFen / 100n;
  const [jiao, fen] = [Number((amountFen / 10n) % 10n), Number(amountFen % 10n)];
  const whole = yuan > 0n ? `${readWhole(yuan)}元` : "";
  if (jiao === 0 && fen === 0) return `人民币${whole}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0n ? "零" : "";
  return `人民币${whole}${tenths}${fen > 0 ? `${DIGITS[fen]}分` : "整"}`;
}
