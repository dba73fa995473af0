import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "portal", isolate: false, include: ["{auth,server,client,components,app,lang}/**/*.test.{ts,tsx}"] },
});
