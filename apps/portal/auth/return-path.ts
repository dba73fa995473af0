/** A path of this site that may stand in an address as "back to here"; anything else becomes the desk. */
export function safeReturnPath(given: string | null | undefined, lang: "zh" | "en"): string {
  const desk = lang === "en" ? "/en/desk" : "/desk";
  if (!given || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(given) || given.startsWith("/api/")) return desk;
  const { pathname, searchParams } = new URL(given, "http://here.invalid");
  searchParams.delete("_rsc");
  const query = searchParams.toString();
  return query ? `${pathname}?${query}` : pathname;
}

/** Where the sign-in page is, with the way back. */
export function signInAddress(lang: "zh" | "en", from: string | null): string {
  const page = lang === "en" ? "/en/sign-in" : "/sign-in";
  return from === null ? page : `${page}?${new URLSearchParams({ return: safeReturnPath(from, lang) })}`;
}
