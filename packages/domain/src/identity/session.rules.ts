/** Numbers of sign-in, one place. Lock-out: after five wrong passwords in a row the account rests, longer each time, an hour at most. */
export const SESSION_HOURS = 12;
const FREE_TRIES = 5;
const FIRST_REST_SECONDS = 60;
const LONGEST_REST_SECONDS = 3_600;

/** Seconds an account rests after its n-th wrong try in a row; 0 while tries are free. */
export function restSeconds(failedTries: number): number {
  if (failedTries < FREE_TRIES) return 0;
  return Math.min(LONGEST_REST_SECONDS, FIRST_REST_SECONDS * 2 ** (failedTries - FREE_TRIES));
}

export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + SESSION_HOURS * 3_600_000);
}
