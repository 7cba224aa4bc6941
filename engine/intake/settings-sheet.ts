import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { type AnyGrid, type Cell, rowsOf } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { currencyOf } from "./currency-names.ts";
import { fieldOfLabel } from "./field-labels.ts";
import { foldWords } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { readAmountText } from "./parse-amount.ts";
import type { DateOrder } from "./parse-day.ts";
import type { StageKind } from "./records.ts";
import { sectionOf, stageKindOf } from "./settings-words.ts";

/** A stage that a person listed, in order; `kind` null where they did not say. */
export interface GivenStage {
  readonly name: string;
  readonly kind: StageKind | null;
  /** The longest a deal should stay, in days. */
  readonly goalDays: number | null;
  readonly exitCriteria: string;
}

/** All that the sheet `Pipecast Settings` says; null and empty where it says nothing. */
export interface SheetSettings {
  readonly dealsSheet: string | null;
  readonly historySheet: string | null;
  readonly stages: readonly GivenStage[];
  readonly currency: string | null;
  /** Worth of one unit of each other currency in `currency`. */
  readonly rates: ReadonlyMap<string, number>;
  readonly dateOrder: DateOrder | null;
  readonly columns: ReadonlyMap<HeaderField, string>;
  readonly pipeline: string | null;
  readonly level: number | null;
  readonly seed: number | null;
  /** Months the forecast looks ahead. */
  readonly horizon: number | null;
  /** Targets by period label as typed, such as `2026-07`; `month` for one that names no period. */
  readonly targets: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

type Draft = { -readonly [K in keyof SheetSettings]: SheetSettings[K] } & {
  readonly stages: GivenStage[];
  readonly rates: Map<string, number>;
  readonly columns: Map<HeaderField, string>;
  readonly targets: Map<string, number>;
  readonly problems: Problem[];
};

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** The same as for the options of these names. */
const LEVELS: Bounds = { least: 0.5, most: 0.99, whole: false };
const SEEDS: Bounds = { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true };
const HORIZONS: Bounds = { least: 1, most: 36, whole: true };

/** One row of the sheet, as far as settings go. */
interface SettingRow {
  readonly grid: AnyGrid;
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Columns of the running section's table by the folded words of its header. */
  readonly headers: readonly string[];
}

/**
 * Reads the sheet `Pipecast Settings` of a workbook: settings by name, and tables of stages, currency rates and
 * targets. A value that cannot be read is a problem; a workbook without the sheet sets nothing.
 */
export function readSettingsSheet(grids: readonly AnyGrid[]): SheetSettings {
  const draft = emptySettings();
  const grid = grids.find(({ sheet }) => foldWords(sheet) === "pipecast settings");
  if (!grid) return draft;
  let section: ReturnType<typeof sectionOf> = "settings";
  let headers: readonly string[] = [];
  rowsOf(grid).forEach((cells, row) => {
    if (cells.every(isBlank)) return;
    const words = cells.map((cell) => foldWords(textOf(cell)));
    const next = sectionOf(words);
    if (next) [section, headers] = [next, words];
    else if (section) readRow[section]({ grid, row, cells, headers }, draft);
  });
  return draft;
}

function emptySettings(): Draft {
  return {
    dealsSheet: null,
    historySheet: null,
    stages: [],
    currency: null,
    rates: new Map(),
    dateOrder: null,
    columns: new Map(),
    pipeline: null,
    level: null,
    seed: null,
    horizon: null,
    targets: new Map(),
    problems: [],
  };
}

const readRow = {
  settings: readSetting,
  stages: readStageRow,
  rates: (row: SettingRow, draft: Draft) => readRate(textAt(row, 0), row, draft),
  targets: (row: SettingRow, draft: Draft) => readTarget(textAt(row, 0), row, draft),
} as const;

function textAt({ cells }: SettingRow, column: number): string {
  const cell = cells[column] ?? null;
  return isBlank(cell) ? "" : textOf(cell);
}

function readSetting(row: SettingRow, draft: Draft): void {
  const [name, value] = [foldWords(textAt(row, 0)), textAt(row, 1)];
  if (name === "" || value === "") return;
  if (/^(deals?|deal list) sheet$|^deals$/.test(name)) draft.dealsSheet = value;
  else if (/^(stage )?history( sheet)?$/.test(name)) draft.historySheet = value;
  else if (/^pipeline( name)?$/.test(name)) draft.pipeline = value;
  else if (/^(stages|stage order|open stages)$/.test(name))
    for (const stage of value.split(/[,;\n]/)) draft.stages.push(bareStage(stage));
  else if (/^stage \d+$/.test(name))
    draft.stages.push({ ...bareStage(value), kind: stageKindOf(textAt(row, 2)) });
  else if (/^(report )?currency$/.test(name)) readCurrency(value, row, draft);
  else if (/^date order$|^dates$|^order of dates$/.test(name)) readDateOrder(value, row, draft);
  else if (/^(confidence )?level$/.test(name)) draft.level = within(shareAt(row, draft), LEVELS, row, draft);
  else if (name === "seed") draft.seed = within(numberAt(row, draft), SEEDS, row, draft);
  else if (name === "horizon") draft.horizon = within(numberAt(row, draft), HORIZONS, row, draft);
  else if (name === "target") readTarget("month", row, draft);
  else if (/^(currency )?rate \w+/.test(name)) readRate(name.replace(/^(currency )?rate /, ""), row, draft);
  else if (/^target \S/.test(name)) readTarget(textAt(row, 0).replace(/^\S+\s+/, ""), row, draft);
  else if (!readColumn(name, value, draft) && !isReminderSetting(name)) {
    const problem = { ...unreadable(row, 0), code: "setting-unknown", severity: "warning" } as const;
    draft.problems.push({ ...problem, excludes: "nothing", details: {} });
  }
}

/** Settings of the reminders are read with them. */
function isReminderSetting(name: string): boolean {
  return /^reminders? |^e ?mail\b/.test(name);
}

function bareStage(name: string): GivenStage {
  return { name: name.trim(), kind: null, goalDays: null, exitCriteria: "" };
}

/** `Column for amount`, `Amount column`, `Header of stage`: the header that holds a field. Tells whether it is that. */
function readColumn(name: string, value: string, draft: Draft): boolean {
  const label =
    /^(?:column|header)(?: of| for)? (.+)$/.exec(name)?.[1] ?? /^(.+) (?:column|header)$/.exec(name)?.[1];
  const field = label === undefined ? null : fieldOfLabel(label);
  if (field !== null) draft.columns.set(field, value);
  return field !== null;
}

function readStageRow(row: SettingRow, draft: Draft): void {
  const name = textAt(row, columnOf(row, /^stages?( name)?$/, 0));
  if (name === "") return;
  const kindColumn = columnOf(row, /^kind|^type/, -1);
  const kindText = textAt(row, kindColumn);
  const kind = stageKindOf(kindText);
  if (kind === null && kindText !== "")
    draft.problems.push({
      ...unreadable(row, kindColumn),
      code: "stage-kind-unknown",
      details: { stage: name },
    });
  const goal = Number.parseFloat(textAt(row, columnOf(row, /goal|days|target/, -1)));
  draft.stages.push({
    name,
    kind,
    goalDays: goal > 0 ? goal : null,
    exitCriteria: textAt(row, columnOf(row, /exit|criteri/, -1)),
  });
}

function columnOf({ headers }: SettingRow, pattern: RegExp, otherwise: number): number {
  const column = headers.findIndex((header) => pattern.test(header));
  return column < 0 ? otherwise : column;
}

function readCurrency(value: string, row: SettingRow, draft: Draft): void {
  const code = currencyOf(value) ?? (/^[a-z]{3}$/i.test(value) ? value.toUpperCase() : null);
  if (code === null) draft.problems.push(unreadable(row, 1));
  else draft.currency = code;
}

function readDateOrder(value: string, row: SettingRow, draft: Draft): void {
  const words = foldWords(value);
  if (/^day|^d{1,2}\b|^dmy/.test(words)) draft.dateOrder = "day-first";
  else if (/^month|^m{1,2}\b|^mdy/.test(words)) draft.dateOrder = "month-first";
  else draft.problems.push(unreadable(row, 1));
}

function readRate(name: string, row: SettingRow, draft: Draft): void {
  const code = currencyOf(name) ?? (/^[a-z]{3}$/i.test(name) ? name.toUpperCase() : null);
  const rate = numberAt(row, draft);
  if (code !== null && rate !== null && rate > 0) draft.rates.set(code, rate);
  else if (rate !== null) draft.problems.push(unreadable(row, code === null ? 0 : 1));
}

function readTarget(period: string, row: SettingRow, draft: Draft): void {
  const amount = numberAt(row, draft);
  if (period === "" || amount === null) return;
  draft.targets.set(period, amount);
}

/** A number within its bounds; null, with a problem, beyond them. */
function within(number: number | null, bounds: Bounds, row: SettingRow, draft: Draft): number | null {
  if (number === null) return null;
  const fits = number >= bounds.least && number <= bounds.most && (!bounds.whole || Number.isInteger(number));
  if (!fits) draft.problems.push(unreadable(row, 1));
  return fits ? number : null;
}

/** The number in the second column; null, with a problem, where it is none. */
function numberAt(row: SettingRow, draft: Draft): number | null {
  const cell = row.cells[1] ?? null;
  if (isBlank(cell)) return null;
  if (typeof cell === "number") return cell;
  if (typeof cell === "object" && cell?.kind === "money") return cell.amount;
  const read = typeof cell === "string" ? readAmountText(cell.replace("%", "")) : null;
  if (read) return read.kind === "amount" ? read.amount : read.thousands;
  draft.problems.push(unreadable(row, 1));
  return null;
}

function shareAt(row: SettingRow, draft: Draft): number | null {
  const number = numberAt(row, draft);
  return number !== null && number > 1 ? number / 100 : number;
}

function unreadable({ grid, row, cells }: SettingRow, column: number): Problem {
  return {
    code: "setting-unreadable",
    severity: "error",
    where: { sheet: grid.sheet, cell: addressOf(row, column) },
    value: textOf(cells[column] ?? null),
    excludes: "value",
    details: { setting: textOf(cells[0] ?? null) },
  };
}
