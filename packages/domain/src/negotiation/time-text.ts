const SHANGHAI_MS = 8 * 3_600_000;

/** "2026-03-02 10:00:05", Beijing time. */
export function secondText(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 19).replace("T", " ");
}
