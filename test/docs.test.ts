import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

interface Example {
  readonly file: string;
  readonly expression: string;
  readonly expected: string;
}

function engineFiles(folder = "engine"): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? engineFiles(path) : path.endsWith(".ts") ? [path] : [];
  });
}

const FILES = engineFiles();

function examplesIn(file: string): Example[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/@example (.+?) \/\/ => (.+)$/gm)].map((match) => ({
    file,
    expression: match[1] ?? "",
    expected: match[2] ?? "",
  }));
}

/** One module a file: its own exports and the basics in scope, its examples as pairs. */
async function valuesOf(
  file: string,
  examples: readonly Example[],
  folder: string,
): Promise<[unknown, unknown][]> {
  const basics = FILES.filter((path) => path.startsWith("engine/basics/") || path === file);
  const imports = basics.map((path, i) => `import * as m${i} from ${JSON.stringify(join(ROOT, path))};`);
  const names = `const {${[...new Set(basics.flatMap(exportedNames))].join(", ")}} = {${basics.map((_, i) => `...m${i}`).join(", ")}};`;
  const pairs = examples.map(({ expression, expected }) => `[(${expression}), (${expected})]`);
  const entry = join(folder, `${file.replaceAll("/", "-")}.entry.ts`);
  const out = `${entry}.mjs`;
  writeFileSync(entry, `${imports.join("\n")}\n${names}\nexport const values = [${pairs.join(",\n")}];`);
  await build({
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format: "esm",
    nodePaths: [join(ROOT, "node_modules")],
  });
  return (await import(pathToFileURL(out).href)).values;
}

function exportedNames(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [...text.matchAll(/^export (?:function|const|class) (\w+)/gm)].map((match) => match[1] ?? "");
}

const folder = mkdtempSync(join(tmpdir(), "pipecast-examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the examples in the engine's docstrings are true", () => {
  for (const file of FILES) {
    const examples = examplesIn(file);
    if (examples.length === 0) continue;
    test(file, async () => {
      const values = await valuesOf(file, examples, folder);
      values.forEach(([actual, expected], i) => {
        expect(actual, examples[i]?.expression).toEqual(expected);
      });
    });
  }
});
