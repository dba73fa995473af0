export type AfterDeath = { readonly kind: "restart"; readonly delayMs: number } | { readonly kind: "give-up" };

export const DEATHS_ALLOWED = 5;
export const WINDOW_MS = 60_000;

/** What to do when a process died: `deathsAt` are the instants of all its deaths, this one last. */
export function afterDeath(deathsAt: readonly number[]): AfterDeath {
  const now = deathsAt.at(-1) ?? 0;
  const recent = deathsAt.filter((at) => now - at < WINDOW_MS).length;
  if (recent >= DEATHS_ALLOWED) return { kind: "give-up" };
  return { kind: "restart", delayMs: Math.min(500 * 2 ** (recent - 1), 10_000) };
}
