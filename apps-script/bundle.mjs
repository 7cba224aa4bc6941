// Makes the add-on's two files in memory; build.mjs writes them, tests run them.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesOf } from "./licences.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SERVER = `${HERE}server/app.ts`;

/** Apps Script sees functions declared at the top level only, and reads the comment of a custom function. */
export function footerOf(source) {
  const names = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
  const functions = names.map((name) => {
    const comment = new RegExp(
      `(/\\*\\*(?:(?!\\*/)[^])*@customfunction(?:(?!\\*/)[^])*\\*/)\\nexport function ${name}\\b`,
    );
    const docs = comment.exec(source)?.[1];
    return `${docs ? `${docs}\n` : ""}function ${name}(...values) {\n  return App.${name}(...values);\n}`;
  });
  return functions.join("\n\n");
}

/** The lists of header words are written for people, with room around each word: the bundle does without. */
const closeRanks = {
  name: "close-ranks",
  setup: (builder) => {
    builder.onLoad({ filter: /header-words[\\/]\w+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/\s+\|\s+/g, "|"),
      loader: "ts",
    }));
  },
};

/** Code.js: the server and the engine as one script of the language that Apps Script runs. */
export async function serverCode() {
  const { outputFiles, metafile } = await build({
    entryPoints: [SERVER],
    bundle: true,
    metafile: true,
    write: false,
    format: "iife",
    globalName: "App",
    target: "es2019",
    // Apps Script's V8 has known these two from its start (ES2020); rewriting them costs 20 kB.
    supported: { "optional-chain": true, "nullish-coalescing": true },
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [closeRanks],
    inject: [`${HERE}built-ins.mjs`],
    logLevel: "warning",
  });
  const code = outputFiles.map(({ text }) => text).join("");
  return `/*\n${await licencesOf(metafile)}\n*/\n${code}\n${footerOf(await readFile(SERVER, "utf8"))}\n`;
}

/** sidebar.html: one page with its script and style inside, so that it shows with no network. */
export async function sidebarPage() {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${HERE}sidebar/main.tsx`],
    bundle: true,
    metafile: true,
    write: false,
    outdir: HERE,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    // HtmlService strips "//" and "/*" inside template literals.
    supported: { "template-literal": false },
    logLevel: "warning",
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const page = await readFile(`${HERE}sidebar/page.html`, "utf8");
  const script = text(".js").replace(/<\/script/gi, "<\\/script");
  const licences = await licencesOf(metafile);
  return page
    .replace("licences", () => licences)
    .replace("/* style */", () => text(".css"))
    .replace("/* script */", () => script);
}
