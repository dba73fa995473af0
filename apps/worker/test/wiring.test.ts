import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { DUE_HANDLERS, wireDueHandlers } from "../src/due-handlers.ts";
import { whenDue } from "../src/due-handler.ts";
import { act, on } from "../src/handler.ts";
import { HANDLERS, RECORD_ONLY, wireHandlers } from "../src/handlers.ts";
import { Happened, takeEffect, Unheard } from "./given.ts";

const DOMAIN = fileURLToPath(new URL("../../../packages/domain/src", import.meta.url));

/** Every match of a pattern's first group in the domain's source. */
function inSource(pattern: RegExp): Set<string> {
  const files = readdirSync(DOMAIN, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("generated"));
  return new Set(files.flatMap((file) => [...readFileSync(path.join(DOMAIN, file), "utf8").matchAll(pattern)].map((match) => match[1]!)));
}

describe("X4 wiring of the worker", () => {
  const heard = on(Happened, "test.heard", () => act(takeEffect, { what: "x" }));

  it("refuses to start with an event that nobody hears", () => {
    expect(() => wireHandlers([heard], new Set(), new Set([Happened.name, Unheard.name]))).toThrow("no handler for TestUnheard");
    expect(wireHandlers([heard], new Set([Unheard.name]), new Set([Happened.name, Unheard.name])).get(Unheard.name)).toEqual([]);
  });

  it("refuses two handlers of one name and two ways to do one kind of due act", () => {
    expect(() => wireHandlers([heard, heard], new Set(), new Set())).toThrow("two handlers are called test.heard");
    const due = whenDue("test.act", () => act(takeEffect, { what: "x" }));
    expect(() => wireDueHandlers([due, due])).toThrow("two handlers");
  });

  it("hears every event that any feature defines, whether the worker loads that feature or not", () => {
    const known = new Set([...HANDLERS.map(({ event }) => event.name), ...RECORD_ONLY]);
    expect([...inSource(/defineEvent\(\s*"(\w+)"/g)].filter((event) => !known.has(event))).toEqual([]);
  });

  it("knows how to do every kind of act that any feature makes due", () => {
    const known = new Set(DUE_HANDLERS.map(({ kind }) => kind));
    const named = [...inSource(/\b[A-Z_]+_DUE\s*=\s*\{([^}]*)\}/g)].flatMap((kinds) => [...kinds.matchAll(/"([\w.-]+)"/g)].map((match) => match[1]!));
    const kinds = new Set([...named, ...inSource(/\bctx\.due\(\s*"([\w.-]+)"/g)]);
    expect([...kinds].filter((kind) => !known.has(kind))).toEqual([]);
  });
});
