/** The address somebody was on, without what only the router in the browser adds to it. */
export function returnAddress(asked: string | null): string | undefined {
  if (asked === null) return undefined;
  const [path = "/", query = ""] = asked.split("?", 2);
  const params = new URLSearchParams(query);
  params.delete("_rsc");
  const rest = params.toString();
  return rest ? `${path}?${rest}` : path;
}
