import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, runMain } from "../cli/run-main.ts";
import { attackOf, baseFiles } from "./attacks.ts";

/** Seeds of `npm run fuzz` that ended badly once, and what was wrong. */
const FOUND = [
  [460, "a setting of the workbook that is not usable ended as wrong usage"],
  [75_587, "attributes were looked for at every letter of a tag of 150,000"],
] as const;

const bases = await baseFiles();

test.each(FOUND)("seed %i: %s", async (seed) => {
  const { file, bytes, argv } = attackOf(bases, seed);
  await inFolder(async (folder) => {
    await writeFile(join(folder, file), bytes);
    const { code, err } = await runMain(folder, argv);
    expect([0, 1]).toContain(code);
    expect(err).not.toMatch(/Pipecast stopped/);
    if (code === 1) expect(err).toMatch(/^[^\n]+\n/);
  });
});
