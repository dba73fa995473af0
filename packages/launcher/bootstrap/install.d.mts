export const PNPM: string;
export function installStamp(root: string): string;
export function isInstalled(root: string): boolean;
export function install(root: string): string | null;
export function installFault(output: string): string;
