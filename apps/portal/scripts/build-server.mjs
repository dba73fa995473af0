/** Bundles server/main.ts into dist/server.mjs and server/live.main.ts into dist/live.mjs; our own packages are bundled, everything from npm stays outside. */
import { build } from "esbuild";

await build({
  entryPoints: { server: "server/main.ts", live: "server/live.main.ts" },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  plugins: [
    {
      name: "npm-stays-outside",
      setup({ onResolve }) {
        onResolve({ filter: /^[^./#]/ }, ({ path, kind }) => (kind === "entry-point" || path.startsWith("@ttx/") ? undefined : { path, external: true }));
      },
    },
  ],
});
