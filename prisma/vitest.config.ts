import { defineConfig } from "vitest/config";

export default defineConfig({ test: { name: "seed", isolate: false, include: ["seed/**/*.test.ts"], testTimeout: 30_000 } });
