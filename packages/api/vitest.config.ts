import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "api", isolate: false, include: ["{src,test,answers}/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
