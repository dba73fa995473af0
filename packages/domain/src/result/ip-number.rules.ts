/** What is wrong with the number of a right; undefined when its form is right. */
export type IpNumberFault = "IP_NUMBER_MISSING" | "IP_NUMBER_FORM" | "IP_NUMBER_CHECK_DIGIT" | "IP_NUMBER_OTHER_KIND" | "IP_NUMBER_FUTURE" | "IP_NUMBER_NOT_FOR_SECRETS";

/** Codes of the kinds of right (知识产权类型) whose numbers have a form that can be checked. */
const TECHNICAL_SECRET = "1";
const PATENTS = { "21": "18", "22": "29", "23": "3" } as const; // second digit of an application: 8 and 9 entered through the PCT
const SOFTWARE = "3";
const LAYOUT = "4";
const PLANT_VARIETY = "5";

const FIRST_PATENT_YEAR = 1985;

/** The number as it is kept and compared: full-width made narrow, upper case, no space, no hyphen inside CNIPA numbers. */
export function normaliseIpNumber(kind: string, text: string): string {
  const plain = text.normalize("NFKC").toUpperCase().replace(/\s/g, "");
  if (!(kind in PATENTS)) return plain;
  // CNIPA writes "ZL 2021 1 0123456.7"; the dot is often forgotten.
  const found = /^(ZL|CN)?(\d{12}|\d{8})\.?([\dX])$/.exec(plain.replace(/-/g, ""));
  return found ? `${found[1] ?? ""}${found[2]}.${found[3]}` : plain;
}

/** Check character of a Chinese application number: weights 2…9 repeating, modulo 11, ten is X. */
export function applicationCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 + (at % 8)), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/**
 * Whether a right of this kind and status may carry this number.
 * Granted patents: ZL, application number, check digit. Applications: the same with CN or nothing in front.
 * Software: year, SR, six or seven digits. Layout designs: BS. and nine digits. Plant varieties: CNA and the application number.
 */
export function ipNumberFault(kind: string, status: string, text: string, yearNow: number): IpNumberFault | undefined {
  const number = normaliseIpNumber(kind, text);
  if (kind === TECHNICAL_SECRET) return number === "" ? undefined : "IP_NUMBER_NOT_FOR_SECRETS";
  if (number === "") return kind === "0" ? undefined : "IP_NUMBER_MISSING";
  if (kind in PATENTS) return patentFault(kind as keyof typeof PATENTS, status, number, yearNow);
  if (kind === SOFTWARE) return yearFault(/^(\d{4})SR\d{6,7}$/.exec(number), yearNow);
  if (kind === LAYOUT) return /^BS\.\d{9}$/.test(number) ? undefined : "IP_NUMBER_FORM";
  if (kind === PLANT_VARIETY) return /^CNA\d{8}(\.\d|\d{3})$/.test(number) ? undefined : "IP_NUMBER_FORM";
  return undefined;
}

function patentFault(kind: keyof typeof PATENTS, status: string, number: string, yearNow: number): IpNumberFault | undefined {
  const found = /^(ZL|CN)?(\d{12}|\d{8})\.([\dX])$/.exec(number);
  if (!found) return "IP_NUMBER_FORM";
  const [, prefix = "", digits = "", check] = found;
  const pending = status === "PENDING";
  if (pending ? prefix === "ZL" : prefix !== "ZL") return "IP_NUMBER_FORM";
  if (applicationCheckDigit(digits) !== check) return "IP_NUMBER_CHECK_DIGIT";
  // Until September 2003 applications had a year of two digits: 99 1 23456.
  const [year, kindDigit] = digits.length === 12 ? [Number(digits.slice(0, 4)), digits[4]!] : [twoDigitYear(digits.slice(0, 2)), digits[2]!];
  if (!PATENTS[kind].includes(kindDigit)) return "IP_NUMBER_OTHER_KIND";
  if (year < FIRST_PATENT_YEAR) return "IP_NUMBER_FORM";
  return year > yearNow ? "IP_NUMBER_FUTURE" : undefined;
}

function twoDigitYear(text: string): number {
  return Number(text) >= 85 ? 1900 + Number(text) : 2000 + Number(text);
}

function yearFault(found: RegExpExecArray | null, yearNow: number): IpNumberFault | undefined {
  if (!found) return "IP_NUMBER_FORM";
  return Number(found[1]) > yearNow ? "IP_NUMBER_FUTURE" : undefined;
}

/** Years that a right lasts from its filing (专利法 42; for plant varieties and layouts from grant), where the law fixes them. */
export function termYears(kind: string, filedOn: string): number | undefined {
  switch (kind) {
    case "21":
      return 20;
    case "22":
    case "4":
      return 10;
    case "23":
      return filedOn >= "2021-06-01" ? 15 : 10;
    case "3":
      return 50;
    default:
      return undefined;
  }
}
