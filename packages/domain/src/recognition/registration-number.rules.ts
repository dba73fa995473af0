/**
 * Registration number (合同登记编号), 16 digits: YYYY PP CC OO NNNNNN. The parts are inferred from an older 14-digit form with a
 * two-digit year (contract-registration §5). Never reused; gap-free per office and year.
 */
export type RegistrationNumberParts = {
  readonly year: number;
  /** First four digits of the office's division: province and prefecture. */
  readonly cityPrefix: string;
  /** Two digits of the office within its city. */
  readonly office: string;
  readonly serial: number;
};

export const REGISTRATION_NUMBER = /^(19|20)\d{2}[1-8]\d{5}\d{6}$/;
const SERIAL_LIMIT = 1_000_000;

export function buildRegistrationNumber({ year, cityPrefix, office, serial }: RegistrationNumberParts): string {
  if (serial < 1 || serial >= SERIAL_LIMIT) throw new RangeError(`serial ${serial} does not fit six digits`);
  const number = `${year}${cityPrefix}${office}${String(serial).padStart(6, "0")}`;
  if (!REGISTRATION_NUMBER.test(number)) throw new RangeError(`not a registration number: ${number}`);
  return number;
}

/** The parts of a number of this platform; undefined for the old and foreign formats, which are kept as text. */
export function parseRegistrationNumber(number: string): RegistrationNumberParts | undefined {
  if (!REGISTRATION_NUMBER.test(number)) return undefined;
  const serial = Number(number.slice(10));
  if (serial === 0) return undefined;
  return { year: Number(number.slice(0, 4)), cityPrefix: number.slice(4, 8), office: number.slice(8, 10), serial };
}
