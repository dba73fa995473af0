type Case = readonly [file: string, code: string];

export interface LintFixture {
  readonly rule: string;
  readonly breaks: readonly Case[];
  readonly keeps: readonly Case[];
}

const DOMAIN = "packages/domain/src/listing/publish.ts";

export const LINT_FIXTURES: readonly LintFixture[] = [
  {
    rule: "ttx/no-own-clock",
    breaks: [
      [DOMAIN, "export const now = new Date();"],
      [DOMAIN, "export const now = Date.now();"],
      [DOMAIN, 'export const now = Date["now"]();'],
      [DOMAIN, "export const now = Date();"],
      [DOMAIN, "export const clock = Date.now;"],
    ],
    keeps: [
      [DOMAIN, 'export const day = new Date("2025-09-24T09:00:00+08:00");'],
      ["packages/domain/testing/clock.ts", "export const now = new Date();"],
      ["apps/worker/src/relay.ts", "export const now = Date.now();"],
    ],
  },
  {
    rule: "ttx/no-chance",
    breaks: [
      [DOMAIN, "export const draw = Math.random();"],
      ["packages/domain/src/review/sample.rules.ts", "export const draw = Math.random;"],
    ],
    keeps: [[DOMAIN, "export const most = Math.max(1, 2);"]],
  },
  {
    rule: "ttx/no-environment",
    breaks: [[DOMAIN, 'export const url = process.env["DATABASE_URL"];']],
    keeps: [
      ["packages/domain/src/shared/config.ts", 'export const url = process.env["DATABASE_URL"];'],
      ["packages/domain/testing/database.ts", 'export const url = process.env["DATABASE_URL"];'],
    ],
  },
  {
    rule: "ttx/no-use-server",
    breaks: [
      ["apps/portal/app/actions.ts", '"use server";\nexport const act = 1;'],
      ["apps/portal/app/page.tsx", 'export function Page() { async function act() { "use server"; return 1; } return act; }'],
      ["packages/api/src/index.ts", '"use server";\nexport const act = 1;'],
    ],
    keeps: [["apps/portal/app/form.tsx", '"use client";\nexport const form = "use server";']],
  },
  {
    rule: "ttx/one-door",
    breaks: [
      ["apps/portal/app/api/v1/listings/route.ts", "export const GET = () => new Response();"],
      ["apps/portal/app/route.ts", "export const GET = () => new Response();"],
      ["apps/portal/app/[lang]/export/route.tsx", "export const GET = () => new Response();"],
      ["apps/portal/app/api/auth/route.ts", "export const GET = () => new Response();"],
    ],
    keeps: [
      ["apps/portal/app/api/v1/[...path]/route.ts", "export const GET = () => new Response();"],
      ["apps/portal/app/api/auth/[...nextauth]/route.ts", "export const GET = () => new Response();"],
      ["packages/api/src/route.ts", "export const route = 1;"],
    ],
  },
  {
    rule: "@typescript-eslint/no-explicit-any",
    breaks: [[DOMAIN, "export const read = (input: any) => input.id;"]],
    keeps: [[DOMAIN, "export const read = (input: unknown) => input;"]],
  },
  {
    rule: "no-warning-comments",
    breaks: [[DOMAIN, "// TODO: later\nexport const value = 1;"]],
    keeps: [[DOMAIN, "// The list of what to do stands in the database.\nexport const value = 1;"]],
  },
];
