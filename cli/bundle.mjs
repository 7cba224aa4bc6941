import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";

/**
 * A program as one file in three parts. First what every run needs: the commands' names, options and help. Then, as a
 * comment, all that is imported with `import()`: Node skips a comment much faster than code, and most of the time that
 * `pipecast --help` took went into reading code that help has no use for. The first `import()` makes code of it again.
 * Last, as another comment, what sends and writes mails, which few runs do.
 */
export async function bundle(entryPoint) {
  const [late, later] = [new Set(), new Set()];
  const first = await build({
    ...SETTINGS,
    entryPoints: [entryPoint],
    plugins: [leaveOut(/^\./, COMMANDS, late)],
  });
  const second = await build({
    ...SETTINGS,
    stdin: { contents: `${START}\n${exported(late)}`, resolveDir: "." },
    plugins: [leaveOut(/^nodemailer$/, MAILS, later), onlyTheWriter, plainTextFirst, segmenterLast],
  });
  const third = await build({ ...SETTINGS, stdin: { contents: exported(later), resolveDir: "." } });
  const inputs = [first, second, third].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const hiddenParts = `${COMMANDS}${hidden(textOf(second))}*/${MAILS}${hidden(textOf(third))}*/`;
  return { text: `${textOf(first)}${hiddenParts}\n`, inputs };
}

const COMMANDS = "\n/* What the commands do, and the libraries they need: code once a command is called.\n";
const MAILS = "\n/* What sends mails and writes them: code once there are any.\n";
/** Before a command's own code is read. */
const START = 'require("./cli/compile-less-eagerly.ts").compileLessEagerly();';
/** Stands for the end of a comment within the comment. */
const INNER_END = "*~/";

const SETTINGS = {
  bundle: true,
  write: false,
  metafile: true,
  platform: "node",
  // CommonJS loads Node's own modules when they are called for; an ES module would load them all at once.
  format: "cjs",
  supported: { "dynamic-import": false },
  target: "node20",
  // Names stay, so that a trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  // Old copies of what Node has itself; and no threads of their own.
  alias: {
    "readable-stream": "node:stream",
    string_decoder: "node:string_decoder",
    fflate: "fflate/browser",
  },
  logLevel: "warning",
};

/** Only ASCII, which V8 keeps and reads as one byte a letter: esbuild leaves other letters in regular expressions. */
function textOf({ outputFiles }) {
  return outputFiles[0].text.replace(/[^\0-\x7f]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function hidden(code) {
  if (code.includes(INNER_END)) throw new Error(`The bundle holds ${INNER_END}: choose another sign.`);
  return code.replaceAll("*/", INNER_END);
}

/** By name, what is to be had of the code in a comment: files of ours, and libraries. */
function exported(names) {
  const entries = [...names].map((name) => {
    const module = JSON.stringify(name.includes("/") ? `./${name}` : name);
    return `${JSON.stringify(name)}: () => require(${module})`;
  });
  return `module.exports = { ${entries.join(", ")} };`;
}

/** What is imported with `import()` is noted in `late` and taken from the comment when the program runs. */
function leaveOut(imported, comment, late) {
  return {
    name: "leave-out",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: imported }, ({ kind, importer, path }) => {
        if (kind !== "dynamic-import") return undefined;
        const isOurs = path.startsWith(".");
        const name = isOurs
          ? relative(process.cwd(), join(dirname(importer), path)).replaceAll(sep, "/")
          : path;
        late.add(name);
        return { path: name, namespace: "late" };
      });
      onResolve({ filter: /^the-comment$/ }, ({ path }) => ({ path, namespace: "comment" }));
      onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => {
        return { contents: `module.exports = require("the-comment")[${JSON.stringify(path)}]();` };
      });
      onLoad({ filter: /.*/, namespace: "comment" }, () => ({
        contents: `(${readComment})(${JSON.stringify(comment)})`,
      }));
    },
  };
}

/** Runs in the program itself, and may stand in a comment too: so it must not hold `INNER_END` as it is. */
function readComment(comment) {
  const file = require("node:fs").readFileSync(__filename, "latin1");
  const start = file.lastIndexOf(comment) + comment.length;
  const code = file.slice(start, file.indexOf("*/", start)).replaceAll(["*", "/"].join("~"), "*/");
  const lineOffset = file.slice(0, start).split("\n").length - 1;
  const settings = { filename: __filename, lineOffset };
  const names = ["module", "exports", "require", "__filename"];
  require("node:vm").compileFunction(code, names, settings)(module, exports, require, __filename);
}

/**
 * Of exceljs, only what writes a workbook: its readers of packages, XML and CSV, and what they import, stay out. So does
 * JSZip, for an archive that is taken apart at once; and node:crypto, which takes long to load: no sheet has a password,
 * and ids are counted, as `withFixedIds` would do after.
 */
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
    onLoad(
      { filter: /[/\\]exceljs[/\\]lib[/\\](csv[/\\]csv|utils[/\\](?:encryptor|parse-sax))\.js$/ },
      () => {
        return { contents: "module.exports = class {};" };
      },
    );
    onResolve({ filter: /^jszip$/ }, ({ path }) => ({ path, namespace: "stored" }));
    onLoad({ filter: /.*/, namespace: "stored" }, () => {
      const contents = 'module.exports = require("./cli/xlsx/stored-zip.ts").StoredZip;';
      return { contents, resolveDir: "." };
    });
    onLoad({ filter: /[/\\]uuid[/\\]dist[/\\]cjs[/\\]index\.js$/ }, () => {
      return { contents: 'let made = 0;\nexports.v4 = () => String(made++).padStart(36, "0");' };
    });
  },
};

/**
 * string-width builds tables of all scripts and emojis, which takes longer than all else that is printed. Text in Latin
 * letters, with the signs that go with it, is as wide as it is long: for it the library is not even loaded.
 */
const plainTextFirst = {
  name: "plain-text-first",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ namespace, resolveDir }) => {
      return namespace === "plain"
        ? undefined
        : { path: "string-width", namespace: "plain", pluginData: resolveDir };
    });
    onLoad({ filter: /.*/, namespace: "plain" }, ({ pluginData }) => {
      return { contents: `const PLAIN = ${PLAIN};\n${stringWidthOf}`, resolveDir: pluginData };
    });
  },
};

/** wrap-ansi makes a segmenter of words as it is loaded, which takes long, and needs it for foreign scripts alone. */
const segmenterLast = {
  name: "segmenter-last",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]wrap-ansi[/\\]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(
        "new Intl.Segmenter()",
        "{ segment: (t) => new Intl.Segmenter().segment(t) }",
      );
      if (contents === source) throw new Error("wrap-ansi makes no segmenter any more.");
      return { contents };
    });
  },
};

/** Letters with accents, dashes, quotes, currency signs, arrows, signs of mathematics, lines of tables. */
const PLAIN =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2200-\u22ff\u2500-\u259f]*$/;

const stringWidthOf = `export default (text, options) =>
  PLAIN.test(text) ? text.length : require("string-width").default(text, options);`;
