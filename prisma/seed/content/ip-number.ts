/** Check character of a Chinese application number: twelve digits, weights 2…9 2…5, mod 11, ten is X. */
export function applicationCheck(first12: string): string {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const rest = [...first12].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] as number), 0) % 11;
  return rest === 10 ? "X" : String(rest);
}

/** `ZL2021 1 9123456.7` when granted, `CN2021 1 9123456.7` while it is an application. */
export function patentNumber(year: number, kind: "21" | "22" | "23", serial: number, granted: boolean): string {
  const digit = kind === "21" ? "1" : kind === "22" ? "2" : "3";
  const digits = String(serial).padStart(7, "0");
  return `${granted ? "ZL" : "CN"}${year} ${digit} ${digits}.${applicationCheck(`${year}${digit}${digits}`)}`;
}

export function isPatentNumber(text: string): boolean {
  const found = /^(?:ZL|CN)(\d{4}) ([123]) (\d{7})\.([\dX])$/.exec(text);
  return found !== null && applicationCheck(`${found[1]}${found[2]}${found[3]}`) === found[4];
}
