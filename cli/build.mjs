// Bundles the command line and its libraries into one file that Node runs, and the libraries' licences beside it.
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { licencesText } from "./licences.mjs";

const { version } = createRequire(import.meta.url)("../package.json");
const OUT = "cli/dist";

/** Of exceljs, only what writes a workbook: its readers of packages and CSV, and what they import, stay out. */
const onlyTheWriter = {
  name: "only-the-writer",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^exceljs$/ }, ({ resolveDir }) => {
      return { path: "exceljs", namespace: "writer", pluginData: resolveDir };
    });
    onLoad({ filter: /.*/, namespace: "writer" }, ({ pluginData }) => {
      const contents = 'import Workbook from "exceljs/lib/doc/workbook.js";\nexport default { Workbook };';
      return { contents, resolveDir: pluginData };
    });
    onLoad({ filter: /[/\\]exceljs[/\\]lib[/\\]csv[/\\]csv\.js$/ }, () => {
      return { contents: "module.exports = class {};" };
    });
  },
};

const { metafile, outputFiles } = await build({
  entryPoints: ["cli/pipecast.ts"],
  write: false,
  bundle: true,
  platform: "node",
  // CommonJS loads Node's own modules when they are called for; as an ES module all would be loaded for --help.
  format: "cjs",
  target: "node20",
  // Reading the text is most of the start-up. Names stay, so that a trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  banner: {
    js: `#!/usr/bin/env node\n/*! Pipecast ${version}, MIT licence; the libraries inside: THIRD-PARTY-LICENCES.txt */`,
  },
  // Old copies of what Node has itself.
  alias: { "readable-stream": "node:stream", string_decoder: "node:string_decoder" },
  plugins: [onlyTheWriter],
  metafile: true,
  logLevel: "warning",
});

/** A run that reads the old file meanwhile reads it whole. */
async function put(name, contents) {
  const aside = `${OUT}/${name}.${process.pid}`;
  await writeFile(aside, contents);
  await chmod(aside, name.endsWith(".cjs") ? 0o755 : 0o644);
  await rename(aside, `${OUT}/${name}`);
}

await mkdir(OUT, { recursive: true });
await put("pipecast.cjs", outputFiles[0].contents);
await put("THIRD-PARTY-LICENCES.txt", await licencesText(Object.keys(metafile.inputs)));
