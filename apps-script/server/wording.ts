import { DataError, dataErrorLines, OptionError } from "../../engine/index.ts";
import { UserError } from "./user-error.ts";

/** What the add-on itself says; figures, problems and report texts are worded by the engine. */

export const MENU = {
  title: "Pipecast",
  sidebar: "Open sidebar",
  refresh: "Refresh forecast",
  setUp: "Set up this spreadsheet…",
  recording: "Record stage changes (on/off)",
  reminders: "E-mail reminders (on/off)",
  help: "Help",
} as const;

export const HELP = [
  "Refresh forecast reads your deal sheet and its history, and writes the sheets named Pipecast …. Your own sheets are never changed.",
  "Record stage changes keeps a history of your deals, so that times and conversion can be worked out.",
  "E-mail reminders write to owners about deals that need somebody. They are off until you switch them on.",
  "Every figure is explained in the sheet Pipecast Glossary; every problem in your data, with its cell, in Pipecast Problems.",
].join("\n\n");

export const TEXTS = {
  noSpreadsheet:
    "Pipecast found no open spreadsheet. Open the spreadsheet, and start it from the menu Pipecast.",
  busy: "Pipecast is already at work in this spreadsheet. Wait a minute, then try again.",
  refreshed: "Pipecast has refreshed the report.",
  recordingOn: "Pipecast now records stage changes.",
  recordingOff: "Pipecast has stopped recording stage changes. What was recorded stays.",
  remindersOn: "Pipecast will remind owners in the morning of deals that need them.",
  remindersOff: "Pipecast sends no more reminders.",
  noForecast: "there is too little to forecast from.",
  askSetUp:
    "Pipecast will add sheets for deals, their history, settings and a playbook. Your own sheets stay as they are.",
} as const;

export function sheetNameTaken(name: string): string {
  return `There is already a sheet named "${name}" that Pipecast did not make. Rename or delete it, then refresh again.`;
}

export function sheetMissing(name: string): string {
  return `There is no sheet named "${name}" any more. Choose the sheet again under Settings.`;
}

export function recordingNeedsColumns(sheet: string): string {
  return `Pipecast could not find a deal id (or name) and a stage column in "${sheet}", so it cannot record changes. Name them under Settings.`;
}

/** An error in words that help; what only a developer understands is kept in brackets. */
export function plainMessage(error: unknown): string {
  if (error instanceof UserError) return error.message;
  if (error instanceof DataError) return dataErrorLines(error).join(" ");
  if (error instanceof OptionError) return optionMessage(error);
  const detail = error instanceof Error ? error.message : String(error);
  const known = KNOWN.find(([pattern]) => pattern.test(detail));
  if (known) return known[1];
  return `Pipecast could not finish: Google Sheets answered "${detail}". Your sheets are unchanged; try again in a minute.`;
}

/** Only a formula passes `periods`; all else comes from the settings. */
function optionMessage({ message }: OptionError): string {
  return message.replace(/^--periods/, 'The argument "periods"').replace(/^--(\w+)/, 'The setting "$1"');
}

/** What Google Sheets answers, and what to do. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /maximum execution time/i,
    "Pipecast ran out of the six minutes that Google allows. Keep fewer rows in the history sheet, or use the command line.",
  ],
  [
    /protected cell or object/i,
    "A sheet of the report is protected, and you may not edit it. Remove its protection, or ask the spreadsheet's owner to; then refresh again.",
  ],
  [
    /limit of \d+ cells/i,
    "This spreadsheet is full: Google allows ten million cells, empty ones too. Delete empty rows and columns of your sheets; then refresh again.",
  ],
];
