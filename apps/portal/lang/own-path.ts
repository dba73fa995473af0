/** A path of this site, or null: a sign-in never sends anyone elsewhere. */
export function ownPath(value: string | string[] | undefined): string | null {
  return typeof value === "string" && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : null;
}
