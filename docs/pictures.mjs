// `npm run pictures`: the sample's report as pictures, drawn by LibreOffice; wants soffice and poppler's tools.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Sheets to show → their pictures' names. */
const SHEETS = new Map([
  ["Pipecast Overview", "overview"],
  ["Pipecast Stages", "stages"],
  ["Pipecast Forecast", "forecast"],
]);
const AS_OF = "2026-06-30";
const DOTS_PER_INCH = "100";

const folder = mkdtempSync(join(tmpdir(), "pipecast-pictures-"));
const report = join(folder, "report.xlsx");
const pages = join(folder, "report.pdf");

function run(program, ...words) {
  try {
    return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`${program} is not on this machine: install LibreOffice and poppler-utils.`);
  }
}

/** The page whose footer names the sheet, the first of them; 0 where the report has no such sheet. */
function firstPageOf(sheet, pageTexts) {
  return pageTexts.findIndex((text) => new RegExp(`^\\s*${sheet}\\s+Page \\d+ of \\d+`, "m").test(text)) + 1;
}

try {
  run(
    process.execPath,
    "cli/dist/pipecast.cjs",
    "report",
    "samples/pipeline.xlsx",
    "--as-of",
    AS_OF,
    "-o",
    report,
  );
  run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, report);
  const pageTexts = run("pdftotext", "-layout", pages, "-").split("\f");
  for (const [sheet, name] of SHEETS) {
    const page = String(firstPageOf(sheet, pageTexts));
    if (page === "0") continue;
    run(
      "pdftoppm",
      "-png",
      "-r",
      DOTS_PER_INCH,
      "-f",
      page,
      "-l",
      page,
      "-singlefile",
      pages,
      join("docs", name),
    );
    process.stdout.write(`docs/${name}.png\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
