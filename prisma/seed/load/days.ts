/** 09:30 Shanghai time of a day, shifted by some minutes so that not everything happens at once. */
export function morningOf(day: string, minutes = 0): Date {
  return new Date(Date.parse(`${day}T01:30:00Z`) + minutes * 60_000);
}

export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
