import tseslint from "typescript-eslint";
import { noChance, noEnvironment, noOwnClock } from "./rules/domain-determinism.mjs";
import { noUseServer } from "./rules/no-use-server.mjs";
import { oneDoor } from "./rules/one-door.mjs";

const ttx = { rules: { "no-use-server": noUseServer, "one-door": oneDoor, "no-own-clock": noOwnClock, "no-chance": noChance, "no-environment": noEnvironment } };

/** Rules are errors, never warnings. */
export default tseslint.config(
  { ignores: ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/.turbo/**", "**/.data/**", "**/generated/**", "**/next-env.d.ts", "**/test-results/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx,mts,mjs,js,cjs}"],
    extends: [...tseslint.configs.recommended],
    plugins: { ttx },
    rules: {
      "ttx/no-use-server": "error",
      "ttx/one-door": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none", ignoreRestSiblings: true }],
      "@typescript-eslint/no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    },
  },
  // The other side of two comparisons is an app with nothing of ours in it, so no door either.
  { files: ["packages/bench/bare-next/**"], rules: { "ttx/one-door": "off" } },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["packages/domain/**/*.ts"],
    ignores: ["packages/domain/src/shared/config.ts", "packages/domain/src/shared/domain-clock.ts", "packages/domain/testing/**", "packages/domain/*.ts", "packages/domain/commands/**"],
    rules: { "ttx/no-own-clock": "error", "ttx/no-chance": "error", "ttx/no-environment": "error" },
  },
);
