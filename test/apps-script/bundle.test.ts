import { readFile } from "node:fs/promises";
import vm from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { footerOf, sidebarPage } from "../../apps-script/bundle.mjs";
import { CODE } from "./book.ts";

/** Which calls need which permission. */
const SCOPES: readonly { readonly scope: string; readonly calls: RegExp }[] = [
  { scope: "spreadsheets.currentonly", calls: /SpreadsheetApp\.getActive/ },
  { scope: "script.container.ui", calls: /\.showSidebar\(|\.alert\(/ },
  { scope: "script.scriptapp", calls: /ScriptApp\.(getProjectTriggers|newTrigger)/ },
  { scope: "script.send_mail", calls: /MailApp\./ },
  { scope: "spreadsheets", calls: /SpreadsheetApp\.(openBy|create\()/ },
  { scope: "drive", calls: /DriveApp\./ },
  { scope: "script.external_request", calls: /UrlFetchApp\./ },
  { scope: "userinfo.email", calls: /getEmail\(/ },
  { scope: "gmail.send", calls: /GmailApp\./ },
];

/** From the MIT and the ISC licence. */
const PERMISSIONS = [
  "Permission is hereby granted, free of charge",
  "Permission to use, copy, modify, and/or distribute",
];

/** Each library of a bundle with the line that says whose it is, as both stand in the library's own files. */
async function librariesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: "apps-script",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const used = files.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
  const names = used.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  const lines = [...new Set(names)].map(async (name) => {
    const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
    const licence = await readFile(`node_modules/${name}/LICENSE`, "utf8");
    return `${name} ${version}: ${/^Copyright.*$/m.exec(licence)?.[0]}`;
  });
  return Promise.all(lines);
}

describe("Code.js", () => {
  it("asks for the permissions its calls need, and for no other", async () => {
    const manifest = JSON.parse(await readFile("apps-script/appsscript.json", "utf8"));
    const code = await CODE;
    const needed = SCOPES.filter(({ calls }) => calls.test(code)).map(
      ({ scope }) => `https://www.googleapis.com/auth/${scope}`,
    );
    expect([...manifest.oauthScopes].sort()).toEqual(needed.sort());
  });

  it("shows Google every entry point as a function at the top level", async () => {
    const source = await readFile("apps-script/server/app.ts", "utf8");
    const exported = [...source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(
      (match) => match[1],
    );
    const context = vm.createContext({});
    vm.runInContext(await CODE, context);
    const missing = exported.filter((name) => vm.runInContext(`typeof ${name}`, context) !== "function");
    expect(missing).toEqual([]);
    expect(exported.length).toBeGreaterThan(15);
  });

  it("keeps the comments that make custom functions", async () => {
    const footer = footerOf(await readFile("apps-script/server/app.ts", "utf8"));
    const documented = [...footer.matchAll(/@customfunction\n \*\/\nfunction (\w+)/g)].map(
      (match) => match[1],
    );
    expect(documented).toEqual(["PIPECAST_FORECAST", "PIPECAST_CONVERSION", "PIPECAST_CYCLE"]);
  });

  it("carries the licences of the libraries inside", async () => {
    const [notice = ""] = (await CODE).split("*/");
    const libraries = await librariesOf("apps-script/server/app.ts");
    expect(libraries.length).toBeGreaterThan(1);
    for (const library of libraries) expect(notice).toContain(library);
    for (const words of PERMISSIONS) expect(notice).toContain(words);
  });

  it("uses no name that Apps Script lacks, no module and no private field", async () => {
    const code = await CODE;
    for (const word of ["setTimeout", "require(", "import(", "structuredClone", "WeakMap", "process."])
      expect(code).not.toContain(word);
  });
});

describe("sidebar.html", () => {
  it("is one small page without template literals and without the network", async () => {
    const page = await sidebarPage();
    expect(page.length).toBeLessThan(250_000);
    expect(page).not.toContain("`");
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  it("carries the licences of the libraries inside", async () => {
    const [notice = ""] = (await sidebarPage()).split("-->");
    const libraries = await librariesOf("apps-script/sidebar/main.tsx");
    expect(libraries.length).toBeGreaterThan(3);
    for (const library of libraries) expect(notice).toContain(library);
    for (const words of PERMISSIONS) expect(notice).toContain(words);
  });
});
