const { KERNEL, RANKS } = require("./ranks.cjs");

const DOMAIN = "^packages/domain/src/";
const TESTS = "\\.test\\.tsx?$";
const PURE = "\\.(rules|machine|policy|schema)\\.ts$";
const ours = (...except) => `^(apps/|packages/(?!(${except.join("|")})/))`;

/** Which of our packages a package may use, from the table in docs/architecture.md; tests and configuration files at a package's top are free. */
const MAY_USE = {
  "packages/domain/(src|testing)": ["domain"],
  "packages/queue/src": ["queue", "domain"],
  "packages/api/src": ["api", "queue", "domain"],
  "packages/ui/src": ["ui"],
  "packages/tooling": ["tooling"],
  "packages/launcher/(src|bootstrap|bin)": ["launcher"],
};

const directions = Object.entries(MAY_USE).map(([from, packages]) => ({
  name: `direction-of-packages:${/^packages\/([a-z]+)/.exec(from)[1]}`,
  comment: "Dependencies point one way: apps → api → queue → domain; ui, tooling and launcher stand alone.",
  severity: "error",
  from: { path: `^${from}/` },
  to: { path: ours(...packages) },
}));

const FEATURES = RANKS.slice(KERNEL.length);

// The last has nothing behind it.
const ranks = FEATURES.slice(0, -1).map((feature, index) => ({
  name: `rank:${feature}`,
  comment: "A feature uses only features that stand before it in ranks.cjs; what must flow the other way is an event.",
  severity: "error",
  from: { path: `${DOMAIN}${feature}/`, pathNot: TESTS },
  to: { path: `${DOMAIN}(${FEATURES.slice(index + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "enter-by-the-door",
      comment: "A feature is used through its index.ts; the kernel has no door.",
      severity: "error",
      from: { path: `${DOMAIN}([^/]+)/`, pathNot: TESTS },
      to: { path: DOMAIN, pathNot: [`${DOMAIN}$1/`, `${DOMAIN}(${KERNEL.join("|")}|generated)/`, `${DOMAIN}[^/]+/index\\.ts$`] },
    },
    {
      name: "pure-files-stay-pure",
      comment: "Rules, machines, policies and schemas decide; they touch no database, clock, file or network. The policy table and the code tables are data.",
      severity: "error",
      from: { path: `^packages/domain/src/.*${PURE}` },
      to: { pathNot: [PURE, "/shared/(money|clock|calendar|in-force|machine|errors|use-case|input|paging|telephone|texts|roles)\\.ts$", "/authorisation/(table|rule|decide)\\.ts$", "/(reference|terms)/index\\.ts$", "(^|/)zod(@|/|$)"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "kernel-knows-no-feature",
      comment: "shared and authorisation serve every feature, so they can depend on none.",
      severity: "error",
      from: { path: `${DOMAIN}(${KERNEL.join("|")})/`, pathNot: TESTS },
      to: { path: `${DOMAIN}(${RANKS.slice(KERNEL.length).join("|")})/` },
    },
    {
      name: "features-have-a-rank",
      comment: "A folder that ranks.cjs does not name would escape every rule of rank.",
      severity: "error",
      from: {},
      to: { path: DOMAIN, pathNot: [`${DOMAIN}(${RANKS.join("|")}|generated)/`] },
    },
    {
      name: "apps-enter-by-the-door",
      comment: "Apps, API and queue use a feature through index.ts or, in the browser, client.ts.",
      severity: "error",
      from: { path: "^(apps|packages/(api|queue))/", pathNot: TESTS },
      to: { path: DOMAIN, pathNot: [`${DOMAIN}[^/]+/(index|client)\\.ts$`, `${DOMAIN}shared/`] },
    },
    {
      name: "apps-are-strangers",
      comment: "Portal and worker meet in the database, never in code.",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "worker-has-no-pages",
      comment: "The worker acts through the domain; it has no door for others and no components.",
      severity: "error",
      from: { path: "^apps/worker/" },
      to: { path: "^packages/(api|ui|launcher|tooling|bench)/" },
    },
    {
      name: "portal-serves",
      comment: "The portal uses api, domain and ui; what starts, checks or measures it stays outside.",
      severity: "error",
      from: { path: "^apps/portal/" },
      to: { path: "^packages/(launcher|tooling|bench)/" },
    },
    {
      name: "prisma-only-behind",
      comment: "Only the domain package talks Prisma; nobody else sees its types.",
      severity: "error",
      from: { pathNot: "^packages/domain/" },
      to: { path: ["^packages/domain/src/generated/", "(^|/)@prisma/client(/|$)"] },
    },
    ...directions,
    ...ranks,
    {
      name: "no-cycles",
      comment: "Two files that need each other are one thought in two places.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|dist|\\.next|\\.turbo|coverage)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"], extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".d.ts", ".json"] },
  },
};
