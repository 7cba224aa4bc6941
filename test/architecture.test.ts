import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What each folder may import of ours, and why no more: data only moves from cells to report. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "engine/basics": [],
  "engine/stats": ["engine/basics"],
  "engine/grid": ["engine/basics"],
  "engine/intake": ["engine/grid", "engine/basics", "engine/options"],
  "engine/pipeline": ["engine/intake (types)", "engine/basics"],
  "engine/measures": ["engine/pipeline", "engine/stats", "engine/basics"],
  "engine/forecast": ["engine/measures", "engine/pipeline", "engine/stats", "engine/basics"],
  "engine/report": [
    "engine/grid (types)",
    "engine/intake (types)",
    "engine/pipeline (types)",
    "engine/measures (types)",
    "engine/forecast (types)",
    "engine/analysis (types)",
    "engine/basics",
  ],
  cli: ["engine/index"],
  "apps-script": ["engine/index"],
};

/** Libraries that only one place may use. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  "simple-statistics": /^engine\/stats\//,
  "pure-rand": /^(engine\/stats|samples)\//,
  exceljs: /^(cli\/excel-out|samples)\//,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

function sources(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : sources(path);
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...statements].map((match) => {
    const target = match[3] ?? match[4] ?? "";
    const to = target.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), target)) : target;
    return { from: path, to, typesOnly: match[1] !== undefined || onlyTypes(match[2] ?? "") };
  });
}

function onlyTypes(names: string): boolean {
  const inner = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  return inner?.split(",").every((name) => /^(type |$)/.test(name.trim())) ?? false;
}

function roomOf(path: string): string {
  const parts = path.split("/");
  if (parts[0] !== "engine") return parts[0] ?? "";
  return parts.length > 2 ? parts.slice(0, 2).join("/") : path.replace(/\.ts$/, "");
}

const PATHS = ["engine", "cli", "apps-script", "samples"].flatMap(sources);
const IMPORTS = PATHS.flatMap(importsOf);

describe("who may import whom", () => {
  test("there is something to check", () => {
    expect(IMPORTS.length).toBeGreaterThan(50);
  });

  test("every folder imports only what the house allows", () => {
    const broken = IMPORTS.filter(({ from, to, typesOnly }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      const allowed = ALLOWED[room];
      if (!allowed || room === target || !/^(engine|cli|apps-script|samples|test)\//.test(to)) return false;
      return !(allowed.includes(target) || (typesOnly && allowed.includes(`${target} (types)`)));
    });
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("the engine imports no host and no library but those of its own", () => {
    const libraries = IMPORTS.filter(
      ({ from, to }) => from.startsWith("engine/") && !to.startsWith("engine/"),
    );
    const foreign = libraries.filter(({ to }) => !/^(simple-statistics|pure-rand)(\/|$)/.test(to));
    expect(foreign.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("a library that one room owns is used nowhere else", () => {
    const broken = IMPORTS.filter(({ from, to }) => {
      const owner = LIBRARIES[to.split("/")[0] ?? ""];
      return owner !== undefined && !owner.test(from);
    });
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("no file reaches itself through its imports", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typesOnly } of IMPORTS)
      if (!typesOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    expect(PATHS.filter((path) => reaches(graph, path, path, new Set()))).toEqual([]);
  });
});

function reaches(
  graph: ReadonlyMap<string, readonly string[]>,
  from: string,
  goal: string,
  seen: Set<string>,
): boolean {
  return (graph.get(from) ?? []).some((next) => {
    if (next === goal) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(graph, next, goal, seen);
  });
}

describe("the shape of files", () => {
  test("no source or test file is longer than 250 lines", () => {
    const all = [...PATHS, ...sources("test")];
    const long = all.filter((path) => readFileSync(join(ROOT, path), "utf8").split("\n").length > 251);
    expect(long.map((path) => relative(ROOT, join(ROOT, path)))).toEqual([]);
  });
});
