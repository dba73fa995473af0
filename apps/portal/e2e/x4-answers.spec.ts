import { ENDPOINTS, operationIdOf } from "@ttx/api";
import { answerFaults } from "@ttx/api/answer-faults";
import { apiAs } from "./fixtures/api-client.ts";
import type { StoryRole } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/test.ts";

const READS = ENDPOINTS.filter(({ method, ...one }) => method === "GET" && !(one.kind === "raw" && one.produces !== undefined));
const LISTS = READS.filter(({ path }) => !path.includes("{"));
const SINGLES = READS.filter(({ path }) => /^[^{]*\{\w+\}[^{]*$/.test(path));

/** "/own/listings/{id}/plans" → "listings": what the thing in the address is one of. */
const kindOf = (path: string): string => path.split("/{")[0]!.split("/").at(-1)!;

/** One of each kind; their colleagues read the same. */
const READERS: readonly StoryRole[] = ["universitySeller", "buyerOne", "technologyManager", "venueOperator", "venueFinance", "registrar", "provincialAdministrator", "auditor", "operations"];

/** With the demo country there is something in nearly every list, and somebody who may read it. */
test("X4 answers: what the API's documentation says of every answer is so, for every kind of person", async () => {
  test.setTimeout(120_000);
  const [faults, defects, read] = [new Set<string>(), [] as string[], new Set<string>()];
  for (const role of READERS) {
    const api = await apiAs(role);
    const ids = new Map<string, string>();
    const look = async (endpoint: (typeof READS)[number], path: string): Promise<void> => {
      const { status, body } = await api.call("GET", path);
      if (status >= 500) defects.push(`${role} GET ${path}: ${status}`);
      if (status >= 300) return;
      read.add(operationIdOf(endpoint));
      for (const fault of answerFaults(endpoint, status, body)) faults.add(fault.replace(/\/\d+/g, "/*"));
      const first = (body as { readonly items?: readonly { readonly id?: unknown }[] } | null)?.items?.[0]?.id;
      if (typeof first === "string") ids.set(kindOf(`${path}/{`), first);
    };
    await Promise.all(LISTS.map((endpoint) => look(endpoint, endpoint.path)));
    await Promise.all(SINGLES.flatMap((endpoint) => {
      const id = ids.get(kindOf(endpoint.path));
      return id === undefined ? [] : [look(endpoint, endpoint.path.replace(/\{\w+\}/, id))];
    }));
  }
  expect(defects).toEqual([]);
  expect([...faults].sort(), "npm run openapi:answers").toEqual([]);
  const unread = READS.map(operationIdOf).filter((id) => !read.has(id));
  expect(read.size / READS.length, `never read: ${unread.join(", ")}`).toBeGreaterThan(0.7);
});
