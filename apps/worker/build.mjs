import { build } from "esbuild";

/** Our own packages are TypeScript source and go into the bundle; everything from npm stays where the package manager put it. */
const npmStaysOutside = {
  name: "npm-stays-outside",
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === "entry-point" || path.startsWith("@ttx/") ? undefined : { path, external: true }));
  },
};

await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  plugins: [npmStaysOutside],
});
