import { createRequire } from "node:module";

const { RANKS, KERNEL } = createRequire(import.meta.url)("../ranks.cjs") as { RANKS: readonly string[]; KERNEL: readonly string[] };

export interface BoundaryFixture {
  readonly rule: string;
  /** A little project that breaks the rule … */
  readonly breaks: Readonly<Record<string, string>>;
  /** … other rules that it cannot help breaking … */
  readonly also?: readonly string[];
  /** … and one close to it that does not break any. */
  readonly keeps?: Readonly<Record<string, string>>;
}

const D = "packages/domain/src";
const value = "export const value = 1;";
const use = (from: string): string => `import { value } from "${from}"; export const used = value;`;

const FEATURES = RANKS.slice(KERNEL.length);
const LAST = FEATURES.length - 1;

/** Each feature reaching for the one that follows it; the last has nothing behind it, and reaches for nothing. */
const rankFixtures: BoundaryFixture[] = FEATURES.slice(0, LAST).map((feature, index) => {
  const later = FEATURES[index + 1] ?? "";
  return {
    rule: `rank:${feature}`,
    breaks: { [`${D}/${feature}/act.ts`]: use(`../${later}/index.ts`), [`${D}/${later}/index.ts`]: value },
    keeps: { [`${D}/${later}/act.ts`]: use(`../${feature}/index.ts`), [`${D}/${feature}/index.ts`]: value },
  };
});

export const BOUNDARY_FIXTURES: readonly BoundaryFixture[] = [
  {
    rule: "enter-by-the-door",
    breaks: { [`${D}/listing/publish.ts`]: use("../result/result.repository.ts"), [`${D}/result/result.repository.ts`]: value },
    keeps: { [`${D}/listing/publish.ts`]: `${use("../result/index.ts")} export { value as money } from "../shared/money.ts";`, [`${D}/result/index.ts`]: value, [`${D}/shared/money.ts`]: value },
  },
  {
    rule: "pure-files-stay-pure",
    breaks: { [`${D}/listing/listing.rules.ts`]: use("./listing.repository.ts"), [`${D}/listing/listing.repository.ts`]: value },
    keeps: { [`${D}/listing/listing.rules.ts`]: use("../shared/money.ts"), [`${D}/shared/money.ts`]: value },
  },
  {
    rule: "kernel-knows-no-feature",
    breaks: { [`${D}/shared/execute.ts`]: use("../listing/index.ts"), [`${D}/listing/index.ts`]: value },
    keeps: { [`${D}/shared/execute.ts`]: use("../authorisation/decide.ts"), [`${D}/authorisation/decide.ts`]: value },
  },
  {
    rule: "features-have-a-rank",
    breaks: { [`${D}/unheard-of/a.ts`]: use("./b.ts"), [`${D}/unheard-of/b.ts`]: value },
  },
  {
    rule: "apps-enter-by-the-door",
    breaks: { "apps/portal/app/page.tsx": use("../../../packages/domain/src/listing/listing.queries.ts"), [`${D}/listing/listing.queries.ts`]: value },
    keeps: { "apps/portal/app/page.tsx": use("../../../packages/domain/src/listing/index.ts"), [`${D}/listing/index.ts`]: value },
  },
  {
    rule: "apps-are-strangers",
    breaks: { "apps/portal/server/main.ts": use("../../worker/src/relay.ts"), "apps/worker/src/relay.ts": value },
    keeps: { "apps/portal/server/main.ts": use("./headers.ts"), "apps/portal/server/headers.ts": value },
  },
  {
    rule: "worker-has-no-pages",
    breaks: { "apps/worker/src/main.ts": use("../../../packages/api/src/index.ts"), "packages/api/src/index.ts": value },
    keeps: { "apps/worker/src/main.ts": use("../../../packages/domain/src/listing/index.ts"), [`${D}/listing/index.ts`]: value },
  },
  {
    rule: "portal-serves",
    breaks: { "apps/portal/server/main.ts": use("../../../packages/launcher/src/postgres.ts"), "packages/launcher/src/postgres.ts": value },
    keeps: { "apps/portal/server/main.ts": use("../../../packages/api/src/index.ts"), "packages/api/src/index.ts": value },
  },
  {
    rule: "prisma-only-behind",
    breaks: { "packages/api/src/index.ts": 'import type { Prisma } from "@prisma/client"; export type P = Prisma;' },
    keeps: { [`${D}/listing/listing.repository.ts`]: 'import type { Prisma } from "@prisma/client"; export type P = Prisma;' },
  },
  {
    rule: "direction-of-packages:domain",
    breaks: { [`${D}/listing/publish.ts`]: use("../../../api/src/index.ts"), "packages/api/src/index.ts": value },
  },
  {
    rule: "direction-of-packages:queue",
    breaks: { "packages/queue/src/index.ts": use("../../api/src/index.ts"), "packages/api/src/index.ts": value },
    keeps: { "packages/api/src/index.ts": use("../../queue/src/index.ts"), "packages/queue/src/index.ts": value },
  },
  {
    rule: "direction-of-packages:api",
    breaks: { "packages/api/src/index.ts": use("../../ui/src/table.ts"), "packages/ui/src/table.ts": value },
    keeps: { "packages/api/src/index.ts": use("../../domain/src/listing/index.ts"), [`${D}/listing/index.ts`]: value },
  },
  {
    rule: "direction-of-packages:ui",
    breaks: { "packages/ui/src/table.tsx": use("../../domain/src/listing/index.ts"), [`${D}/listing/index.ts`]: value },
    keeps: { "packages/ui/src/table.tsx": use("./field.ts"), "packages/ui/src/field.ts": value },
  },
  {
    rule: "direction-of-packages:tooling",
    breaks: { "packages/tooling/rules/rule.ts": use("../../ui/src/field.ts"), "packages/ui/src/field.ts": value },
  },
  {
    rule: "direction-of-packages:launcher",
    breaks: { "packages/launcher/src/start.ts": use("../../domain/src/listing/index.ts"), [`${D}/listing/index.ts`]: value },
    keeps: { "packages/launcher/src/start.ts": use("./stack.ts"), "packages/launcher/src/stack.ts": value },
  },
  {
    rule: "no-cycles",
    breaks: { [`${D}/listing/a.ts`]: 'import { b } from "./b.ts"; export const a = () => b;', [`${D}/listing/b.ts`]: 'import { a } from "./a.ts"; export const b = () => a;' },
    keeps: { [`${D}/listing/a.ts`]: 'import type { B } from "./b.ts"; export type A = B[];', [`${D}/listing/b.ts`]: 'import type { A } from "./a.ts"; export type B = { a: A };' },
  },
  ...rankFixtures,
];
