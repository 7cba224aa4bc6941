import { serverCode } from "../../apps-script/bundle.mjs";
import { a1Of } from "../sheets-simulator/a1.ts";
import type { CellState, DocumentState } from "../sheets-simulator/document.ts";
import { emptyDocument, emptySheet, putCell } from "../sheets-simulator/document.ts";
import { SheetsSimulator, type SimulatorOptions } from "../sheets-simulator/simulator.ts";
import { typeInto } from "../sheets-simulator/typing.ts";
import { documentFromXlsx } from "../sheets-simulator/xlsx.ts";

const ZONE = "Europe/Berlin";
/** The day on which the samples were "last saved", in the morning. */
export const NOW = "2026-06-30T08:00:00Z";

/** The built script, made once a test file. */
export const CODE = serverCode();

export async function simulatorOf(
  document: DocumentState,
  options: Partial<SimulatorOptions> = {},
): Promise<SheetsSimulator> {
  const htmlFiles = new Map([["sidebar", "<p>the sidebar</p>"]]);
  return new SheetsSimulator({ code: await CODE, document, now: NOW, htmlFiles, ...options });
}

export async function sampleBook(name = "pipeline.xlsx"): Promise<SheetsSimulator> {
  return simulatorOf(await documentFromXlsx(`samples/${name}`, ZONE));
}

/** Sheets typed by hand: cells parted by "|", a row a line. */
export function typedDocument(sheets: Readonly<Record<string, string>>): DocumentState {
  const document = emptyDocument(ZONE, "en_GB");
  document.sheets = Object.entries(sheets).map(([name, table], id) => {
    const sheet = emptySheet(id, name);
    const lines = table.trim().split("\n");
    sheet.maxRows = Math.max(sheet.maxRows, lines.length);
    lines.forEach((line, row) => {
      line.split("|").forEach((text, column) => {
        putCell(sheet, row, column, typedCell(text.trim()));
      });
    });
    return sheet;
  });
  return document;
}

function typedCell(text: string): CellState {
  const blank: CellState = {
    value: null,
    formula: "",
    format: "General",
    look: {},
    note: "",
    link: null,
    validation: null,
  };
  return typeInto(blank, text, { zone: ZONE, locale: "en_GB", year: 2026 });
}

/** All that a person may have in a sheet, as text: two equal ones mean that nothing was touched. */
export function imageOf(simulator: SheetsSimulator, sheet: string): string {
  const { rows, maxRows, maxColumns, charts, rules, frozenRows, widths, hidden } =
    simulator.person.sheet(sheet);
  const drawn = charts.map(({ id: _, ranges, ...chart }) => ({ ...chart, ranges: ranges.map(a1Of) }));
  return JSON.stringify([rows, maxRows, maxColumns, drawn, rules.length, frozenRows, [...widths], hidden]);
}
