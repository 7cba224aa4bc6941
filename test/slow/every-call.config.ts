import { defineConfig } from "vitest/config";

/** By itself, since it takes longer than all the other slow tests together. */
export default defineConfig({ test: { include: ["test/slow/cut-off.test.ts"] } });
