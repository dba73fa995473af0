/**
 * Bundles server/main.ts into dist/server.mjs and server/live.main.ts into dist/live.mjs. Our own packages are bundled; of npm's, those that the
 * portal names itself stay outside, and what our packages bring along goes in, because the portal's folder does not find it; except native ones, which cannot be bundled and have to be named by the portal too. Another folder than dist may be named.
 */
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const packageOf = (path) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(path)[1];

await build({
  entryPoints: { server: "server/main.ts", live: "server/live.main.ts" },
  outdir: process.argv[2] ?? "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  // Packages of the older kind ask for node's own modules, and for where they lie.
  banner: { js: 'import { createRequire as requireOf } from "node:module"; import { fileURLToPath as pathOf } from "node:url"; const require = requireOf(import.meta.url); const __filename = pathOf(import.meta.url); const __dirname = pathOf(new URL(".", import.meta.url));' },
  plugins: [
    {
      name: "own-dependencies-stay-outside",
      setup({ onResolve }) {
        onResolve({ filter: /^[^./#]/ }, ({ path, kind }) => (kind === "entry-point" || path.startsWith("@ttx/") || !(packageOf(path) in dependencies) ? undefined : { path, external: true }));
      },
    },
  ],
});
