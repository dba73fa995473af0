import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const PORTAL = path.resolve(import.meta.dirname, "..");
const sourceOf = (file: string): string => readFileSync(path.join(PORTAL, file), "utf8");
const pages = filesOf("app").filter((file) => file.endsWith("/page.tsx"));
const desks = pages.filter((file) => file.startsWith("app/[lang]/desk/"));

function filesOf(folder: string): string[] {
  const files = readdirSync(path.join(PORTAL, folder), { recursive: true, encoding: "utf8" }).map((file) => path.posix.join(folder, file.split(path.sep).join("/")));
  return files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)).toSorted();
}

/** What only the domain may touch, and what only the door may call. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["the database's client", /from "(?:pg|@prisma\/[^"]*|@ttx\/domain\/generated[^"]*)"/],
  ["a table or the pool", /\bdeps\(\)\s*\.\s*(?:db|pool)\b|\$queryRaw|\$executeRaw/],
  ["a change without the door", /\bexecute\(/],
  ["a Server Action", /["']use server["']/],
];

/** The only files that do more than read: they are the door's frame and next-auth's. */
const FRAME = new Set(["app/api/v1/[...path]/route.ts", "app/api/auth/[...nextauth]/route.ts", "auth/auth-options.ts"]);

describe("X1 pages", () => {
  it("there are pages of the workspace to look at", () => expect(desks.length).toBeGreaterThan(5));

  it.each(desks)("%s asks who is there, and reads by queries alone", (file) => {
    const source = sourceOf(file);
    expect(source, "a page of the workspace begins with requireActor").toMatch(/await requireActor\(lang\)/);
    expect(source, "what it shows comes from a query, which asks the policy").toMatch(/\bread\(deps\(\)|\bactor\b/);
  });

  it.each([...filesOf("app"), ...filesOf("components"), ...filesOf("client"), ...filesOf("auth")].filter((file) => !FRAME.has(file)))("%s keeps to the doors", (file) => {
    const source = sourceOf(file);
    expect(FORBIDDEN.filter(([, pattern]) => pattern.test(source)).map(([what]) => what)).toEqual([]);
  });

  it("there are no route handlers but the door's and next-auth's", () => {
    expect(filesOf("app").filter((file) => /\/route\.tsx?$/.test(file))).toEqual(["app/api/auth/[...nextauth]/route.ts", "app/api/v1/[...path]/route.ts"]);
  });

  it("next-auth's callback is the one other place that runs a use case, and only signs in and out", () => {
    const run = [...sourceOf("auth/auth-options.ts").matchAll(/execute\(deps\(\), (\w+)/g)].map(([, useCase]) => useCase);
    expect(run).toEqual(["signIn", "signOut"]);
  });
});
