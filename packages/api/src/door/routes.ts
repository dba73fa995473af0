import type { Endpoint, Method } from "./endpoint.ts";

type Match =
  | { readonly found: "endpoint"; readonly endpoint: Endpoint; readonly params: Record<string, string> }
  | { readonly found: "other-method"; readonly allowed: readonly Method[] }
  | { readonly found: "nothing" };

type Compiled = { readonly pattern: RegExp; readonly names: readonly string[]; readonly endpoint: Endpoint };

/** Finds the endpoint of a path below /api/v1. Fixed parts win over variable ones; two endpoints on one address are a defect. */
export function routesOf(endpoints: readonly Endpoint[]): (method: string, path: string) => Match {
  const seen = new Set<string>();
  const compiled: Compiled[] = endpoints.map((endpoint) => {
    const shape = `${endpoint.method} ${endpoint.path.replace(/\{\w+\}/g, "{}")}`;
    if (seen.has(shape)) throw new Error(`two endpoints on ${shape}`);
    seen.add(shape);
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    return { pattern: new RegExp(`^${endpoint.path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "([^/]+)")}$`), names, endpoint };
  });
  compiled.sort((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    const here = compiled.filter(({ pattern }) => pattern.test(path));
    const hit = here.find(({ endpoint }) => endpoint.method === (method === "HEAD" ? "GET" : method));
    if (!hit) return here.length > 0 ? { found: "other-method", allowed: here.map(({ endpoint }) => endpoint.method) } : { found: "nothing" };
    const values = hit.pattern.exec(path)!.slice(1).map(textOf);
    if (values.includes(null)) return { found: "nothing" };
    return { found: "endpoint", endpoint: hit.endpoint, params: Object.fromEntries(hit.names.map((name, i) => [name, values[i]!])) };
  };
}

/** The text of one part of a path; null when its percent signs make none. */
function textOf(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
