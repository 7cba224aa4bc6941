import type { DataError, DataErrorCode } from "../../basics/data-error.ts";
import { countText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";

type Details = DataError["details"];

const IN_SETTINGS = "in the sheet Pipecast Settings";

/** Why a workbook cannot be used: what is wrong, and what to do. */
const DATA_ERRORS: Readonly<Record<DataErrorCode, (details: Details) => readonly [string, string]>> = {
  "workbook-empty": () => [
    "The workbook is empty: no sheet holds a single filled cell.",
    "Give the workbook that holds your deals.",
  ],
  "no-deals-recognised": (details) =>
    lackLines(
      details,
      `No sheet has a header row that names deals and their stage or outcome. Looked at: ${excerptOf(String(details.sheets ?? ""))}.`,
    ),
  "deals-hidden": ({ sheet }) => [
    `Sheet "${excerptOf(String(sheet ?? ""))}" holds deals, but is hidden; hidden sheets are read only when they are named.`,
    `Unhide it, or name it as "Deals sheet" ${IN_SETTINGS} ` +
      `(command line: --deals "${excerptOf(String(sheet ?? ""))}").`,
  ],
  "no-deals-below-header": ({ sheet }) => [
    `Sheet "${excerptOf(String(sheet ?? ""))}" has a header row, and no deals below the header.`,
    `Enter your deals, one a row, or name another sheet as "Deals sheet" ${IN_SETTINGS} ` +
      "(command line: --deals).",
  ],
  "sheet-without-deals": (details) =>
    lackLines(
      details,
      `Sheet "${excerptOf(String(details.sheet ?? ""))}" has no header row that names deals and their stage or outcome.`,
    ),
  "sheet-without-history": ({ sheet }) => [
    `Sheet "${excerptOf(String(sheet ?? ""))}" has no header row that names deals, stages and the days they changed.`,
    `Name another sheet as "History sheet", or a column as "Column: Changed on", ${IN_SETTINGS} ` +
      '(command line: --history, --map "Changed on=Your header").',
  ],
  "too-many-stages": ({ sheet, header, count, limit }) => [
    `Column "${excerptOf(String(header ?? ""))}" of ${excerptOf(String(sheet ?? ""))} holds ${countText(Number(count))} ` +
      `different stages; a pipeline has at most ${countText(Number(limit))}.`,
    `Name the stage column as "Column: Stage" ${IN_SETTINGS} (command line: --map "Stage=Your header").`,
  ],
};

/** Which needed column is not there, by its headers, and how to name it; `neither` says that both are not. */
function lackLines({ sheet, lacks, headers }: Details, neither: string): readonly [string, string] {
  const seen = Array.isArray(headers) ? headers.map((header) => `"${excerptOf(String(header))}"`) : [];
  const headed = seen.length > 0 ? ` The headers seen: ${seen.join(", ")}.` : "";
  const place = `Sheet "${excerptOf(String(sheet ?? ""))}"`;
  if (lacks === "name")
    return [
      `${place} tells a stage or outcome, but no column is headed as a name, customer or id of deals.${headed}`,
      `Name that column as "Column: Customer" ${IN_SETTINGS} (command line: --map "Customer=Your header").`,
    ];
  if (lacks === "stage")
    return [
      `${place} names deals, but no column is headed as their stage or outcome.${headed}`,
      `Name that column as "Column: Stage" ${IN_SETTINGS} (command line: --map "Stage=Your header"); ` +
        "where there is none, add one that tells each deal's stage.",
    ];
  return [
    `${neither}${headed}`,
    `Name the sheet as "Deals sheet", or its columns as "Column: Customer" and as "Column: Stage", ${IN_SETTINGS} ` +
      '(command line: --deals, --map "Customer=Your header", --map "Stage=Your header").',
  ];
}

/**
 * Why a workbook cannot be used, in one or two lines.
 * @example dataErrorLines({ code: "workbook-empty", details: {} })[1] // => "Give the workbook that holds your deals."
 */
export function dataErrorLines(error: Pick<DataError, "code" | "details">): readonly string[] {
  return DATA_ERRORS[error.code](error.details);
}
