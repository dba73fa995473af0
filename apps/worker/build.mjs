import { readFileSync } from "node:fs";
import { build } from "esbuild";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const packageOf = (path) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(path)[1];

/**
 * Our own packages are TypeScript source and go into the bundle. Of npm's, those that the worker names itself stay where the package manager put
 * them; what our packages bring along goes in, because the worker's folder does not find it; except native ones, which have to be named here too.
 */
const ownDependenciesStayOutside = {
  name: "own-dependencies-stay-outside",
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === "entry-point" || path.startsWith("@ttx/") || !(packageOf(path) in dependencies) ? undefined : { path, external: true }));
  },
};

await build({
  entryPoints: { main: "src/main.ts" },
  outdir: process.argv[2] ?? "dist", // another folder may be named
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  // Packages of the older kind ask for node's own modules, and for where they lie.
  banner: { js: 'import { createRequire as requireOf } from "node:module"; import { fileURLToPath as pathOf } from "node:url"; const require = requireOf(import.meta.url); const __filename = pathOf(import.meta.url); const __dirname = pathOf(new URL(".", import.meta.url));' },
  plugins: [ownDependenciesStayOutside],
});
