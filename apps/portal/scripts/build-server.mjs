/** Bundles server/main.ts into dist/server.mjs; our own packages are bundled, everything from npm stays outside. */
import { build } from "esbuild";

await build({
  entryPoints: ["server/main.ts"],
  outfile: "dist/server.mjs",
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
