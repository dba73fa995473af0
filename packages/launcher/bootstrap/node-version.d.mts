export const OLDEST_NODE: readonly [number, number];
export function nodeVersionFault(version: string): string | null;
