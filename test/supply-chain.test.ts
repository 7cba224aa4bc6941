import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const manifest = JSON.parse(read("package.json"));
const named: Readonly<Record<string, string>> = manifest.devDependencies;

interface Row {
  readonly name: string;
  readonly cells: readonly string[];
}

const rows: Row[] = [...read("docs/dependencies.md").matchAll(/^\| ([@a-z][\w@/.-]*) \| (.+) \|$/gm)]
  .map(([, name = "", rest = ""]) => ({ name, cells: rest.split(" | ") }))
  .filter(({ name }) => name !== "package");

test("docs/dependencies.md lists every direct dependency once, and no other", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(named).sort());
});

test("the licence it gives is the one the package states", () => {
  for (const { name, cells } of rows) {
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`));
    expect({ name, licence: cells[2] }).toEqual({ name, licence: license.replace(" OR ", " or ") });
  }
});

test("versions are exact, so that an install tomorrow is the install of today", () => {
  const loose = Object.entries({ ...named, ...manifest.overrides.exceljs }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});

test("the libraries inside the program are those that docs/dependencies.md names", () => {
  const text = read("docs/dependencies.md");
  const part = text.slice(text.indexOf("## In the command line"), text.indexOf("exceljs 4.4.0 brings"));
  const words = new Set(part.match(/[\w-]+/g));
  const inside = [...read("cli/dist/THIRD-PARTY-LICENCES.txt").matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)];
  expect(inside.length).toBeGreaterThan(10);
  expect(inside.map(([, name = ""]) => name).filter((name) => !words.has(name))).toEqual([]);
});

test("no package may run a script when it is installed", () => {
  const packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> = JSON.parse(
    read("package-lock.json"),
  ).packages;
  const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const denied = Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed === false);
  expect(running.map(([path]) => path)).toEqual(denied.map(([name]) => `node_modules/${name}`));
});

test("what a public machine runs is pinned to a commit, may only read, and knows no secret", () => {
  for (const file of readdirSync(join(ROOT, ".github/workflows"))) {
    const text = read(`.github/workflows/${file}`);
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action = ""]) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(text).not.toMatch(/secrets\.|write/);
  }
});

test("every test that SECURITY.md names is there", () => {
  const tests = [...read("SECURITY.md").matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path = ""]) => path);
  expect(tests.length).toBeGreaterThan(10);
  for (const path of tests) expect(read(path)).not.toBe("");
});
