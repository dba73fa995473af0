/** Numbers of accounts, one place: how long sessions, links and tickets last. */
export const SESSION_HOURS = 12;
export const INVITATION_DAYS = 7;
export const PASSWORD_RESET_MINUTES = 60;
export const CONFIRMATION_DAYS = 3;
export const ENROLMENT_MINUTES = 15;
/** Links to reset a password that one person may be sent within an hour; further requests are answered alike and send nothing. */
export const PASSWORD_RESETS_AN_HOUR = 3;
export const CONFIRMATIONS_AN_HOUR = 3;

/** Lock-out: after five wrong tries in a row the account rests, longer each time, an hour at most. */
const FREE_TRIES = 5;
const FIRST_REST_SECONDS = 60;
const LONGEST_REST_SECONDS = 3_600;

const MINUTE_MS = 60_000;

/** Seconds an account rests after its n-th wrong try in a row; 0 while tries are free. */
export function restSeconds(failedTries: number): number {
  if (failedTries < FREE_TRIES) return 0;
  return Math.min(LONGEST_REST_SECONDS, FIRST_REST_SECONDS * 2 ** (failedTries - FREE_TRIES));
}

export function restsUntil(failedTries: number, at: Date): Date | null {
  const seconds = restSeconds(failedTries);
  return seconds === 0 ? null : new Date(at.getTime() + seconds * 1000);
}

export function sessionEnd(at: Date): Date {
  return after(at, SESSION_HOURS * 60);
}

export function invitationEnd(at: Date): Date {
  return after(at, INVITATION_DAYS * 24 * 60);
}

export function passwordResetEnd(at: Date): Date {
  return after(at, PASSWORD_RESET_MINUTES);
}

export function confirmationEnd(at: Date): Date {
  return after(at, CONFIRMATION_DAYS * 24 * 60);
}

export function enrolmentEnd(at: Date): Date {
  return after(at, ENROLMENT_MINUTES);
}

function after(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE_MS);
}
