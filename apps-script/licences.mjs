// The licences of the libraries inside a bundle: clasp pushes no file beside it, so they stand in it.
import { readFile } from "node:fs/promises";

const TITLE = /^(?:the )?(?:MIT|ISC) License.*$/im;
const COPYRIGHT = /^Copyright .*$/im;

/** The text of each licence once, below the libraries that are under it. */
export async function licencesOf({ outputs }) {
  const texts = new Map();
  for (const folder of foldersOf(Object.values(outputs))) {
    const { name, version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
    const licence = await readFile(`${folder}/LICENSE`, "utf8");
    const [copyright] = COPYRIGHT.exec(licence) ?? [];
    if (copyright === undefined) throw new Error(`The licence of ${name} names nobody.`);
    const text = licence.replace(TITLE, "").replace(COPYRIGHT, "").trim();
    const words = text.replace(/\s+/g, " ");
    const { libraries } = texts.get(words) ?? { libraries: [] };
    texts.set(words, { text, libraries: [...libraries, `${name} ${version}: ${copyright.trim()}`] });
  }
  const entries = [...texts.values()].map(({ text, libraries }) => `${libraries.join("\n")}\n\n${text}`);
  return ["Pipecast (MIT) with these libraries inside, under their own licences.", ...entries].join("\n\n");
}

/** The folders of libraries of which something is left in the bundle. */
function foldersOf(outputs) {
  const files = outputs.flatMap(({ inputs }) => Object.entries(inputs));
  const folders = files.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []) : [],
  );
  return [...new Set(folders)].sort();
}
