import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/slow/**/*.test.ts"],
    exclude: ["test/slow/cut-off.test.ts"],
    testTimeout: 300_000,
  },
});
