// Bundles the command line and its libraries into one file that Node runs, and the libraries' licences beside it.
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bundle } from "./bundle.mjs";
import { licencesText } from "./bundle-licences.mjs";

const { version } = createRequire(import.meta.url)("../package.json");
const OUT = "cli/dist";
const HEAD = `#!/usr/bin/env node
/*! Pipecast ${version}, MIT licence; the libraries inside: THIRD-PARTY-LICENCES.txt */
`;

/** A run that reads the old file meanwhile reads it whole. */
async function put(name, contents) {
  const aside = `${OUT}/${name}.${process.pid}`;
  await writeFile(aside, contents);
  await chmod(aside, name.endsWith(".cjs") ? 0o755 : 0o644);
  await rename(aside, `${OUT}/${name}`);
}

const { text, inputs } = await bundle("cli/pipecast.ts");
await mkdir(OUT, { recursive: true });
await put("pipecast.cjs", HEAD + text);
await put("THIRD-PARTY-LICENCES.txt", await licencesText(inputs));
