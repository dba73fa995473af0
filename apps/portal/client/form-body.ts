export type Body = { [name: string]: BodyValue };
export type BodyValue = string | BodyValue[] | Body;

const UNSAFE = new Set(["__proto__", "prototype", "constructor"]);

/** "price.amount" becomes {price: {amount}}; "ids[]" a list, even of one. Empty answers are left out; files never travel here. */
export function formBody(data: FormData): Body {
  const body: Body = {};
  for (const [name, value] of data) {
    if (typeof value !== "string" || value === "") continue;
    const path = name.replace(/\[\]$/, "").split(".");
    if (path.some((part) => UNSAFE.has(part))) continue;
    const last = path.pop() ?? name;
    let at = body;
    for (const part of path) {
      const next = at[part];
      at = typeof next === "object" && !Array.isArray(next) ? next : (at[part] = {});
    }
    if (!name.endsWith("[]")) at[last] = value;
    else {
      const list = at[last];
      if (Array.isArray(list)) list.push(value);
      else at[last] = [value];
    }
  }
  return body;
}
