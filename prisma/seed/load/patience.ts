/** A slow machine loads the demo country as well; nobody waits for these rows but the seed. */
export const PATIENCE = { maxWait: 60_000, timeout: 120_000 } as const;
