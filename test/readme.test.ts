import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { VERSION } from "../engine/index.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const run = promisify(execFile);
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const folder = mkdtempSync(join(tmpdir(), "pipecast-readme-"));
cpSync(join(ROOT, "samples"), join(folder, "samples"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap((block) => (block[1] ?? "").trim().split("\n"))
  .filter((line) => line.startsWith("npx pipecast "));

describe("the README is true", () => {
  test("it shows commands to run", () => {
    expect(commands.length).toBeGreaterThan(2);
  });

  for (const command of commands) {
    test(command, async () => {
      const argv = command.split(" ").slice(2);
      const { stdout } = await run("node", [join(ROOT, manifest.bin.pipecast), ...argv], { cwd: folder });
      expect(stdout).not.toBe("");
    });
  }

  test("every npm script it names exists", () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test("every file it links or shows is there", () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });

  test("the engine carries the package's version", () => {
    expect(VERSION).toBe(manifest.version);
  });
});
