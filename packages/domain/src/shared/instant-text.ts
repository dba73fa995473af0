const texts = new WeakMap<Date, string>();

/** ISO 8601 in UTC. The same instant stands in many lines of one batch; it is written out once. Nobody changes a Date here. */
export function instantText(at: Date): string {
  let text = texts.get(at);
  if (text === undefined) texts.set(at, (text = at.toISOString()));
  return text;
}
