import type { Options } from "../../engine/index.ts";
import type { SettingValues } from "../server-api.ts";
import { UserError } from "./user-error.ts";
import { settingUnreadable } from "./wording.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const SETTINGS_SHEET = "Pipecast Settings";

/** The engine's options but the day, and the settings as they stand in the sheet. */
export interface Settings {
  readonly options: Omit<Options, "asOfDay" | "todayDay">;
  readonly values: SettingValues;
  /** Where reminders for an owner go; the owner's name in small letters. */
  readonly ownerAddresses: ReadonlyMap<string, string>;
}

/** One line of the settings sheet that is not about a column or a currency rate. */
export const SETTING_LINES: readonly { readonly name: keyof SettingValues; readonly meaning: string }[] = [
  { name: "Deals sheet", meaning: "The sheet that lists your deals. Blank: Pipecast finds it." },
  { name: "History sheet", meaning: "The sheet that lists stage changes. Blank: Pipecast finds it." },
  { name: "Stages", meaning: "The open stages in order, separated by commas. Blank: as found." },
  { name: "Currency", meaning: "The currency of the report, such as EUR. Blank: as found." },
  { name: "Date order", meaning: "How a date like 03/04/2026 is read: day first, or month first." },
  { name: "Level", meaning: "How often an interval should hold, such as 0.8." },
  { name: "Target", meaning: "The amount to win in a month. Blank: no target." },
  { name: "Horizon", meaning: "How many months the forecast looks ahead." },
  {
    name: "Reminders",
    meaning: "When owners are reminded, once that is switched on: daily, or weekly (on Mondays).",
  },
];

/** The settings as they stand; all blank where the sheet is not there. One read. */
export function readSettings(book: Spreadsheet): Settings {
  const sheet = book.getSheetByName(SETTINGS_SHEET);
  const rows = sheet ? sheet.getDataRange().getValues() : [];
  const cells = new Map<string, string>();
  for (const [name, value] of rows) {
    const key = String(name ?? "")
      .trim()
      .toLowerCase();
    if (key !== "" && !cells.has(key)) cells.set(key, String(value ?? "").trim());
  }
  return settingsOf(cells);
}

/** @throws UserError where a value cannot be read. */
export function settingsOf(cells: ReadonlyMap<string, string>): Settings {
  const of = (name: string): string => cells.get(name.toLowerCase()) ?? "";
  const values = Object.fromEntries(
    SETTING_LINES.map(({ name }) => [name, of(name)]),
  ) as unknown as SettingValues;
  const columns = prefixed(cells, "column: ");
  const rates = Object.entries(prefixed(cells, "rate: ")).map(
    ([code, text]) => [code.toUpperCase(), numberOf(`Rate: ${code}`, text)] as const,
  );
  const level = of("Level") === "" ? undefined : numberOf("Level", of("Level"));
  const options: Settings["options"] = {
    ...text("dealsSheet", of("Deals sheet")),
    ...text("historySheet", of("History sheet")),
    ...text("currency", of("Currency").toUpperCase()),
    ...(of("Stages") === "" ? {} : { stages: listOf(of("Stages")) }),
    ...dateOrder(of("Date order")),
    ...(level === undefined ? {} : { level }),
    ...(rates.length === 0 ? {} : { rates: Object.fromEntries(rates) }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
  };
  return { options, values, ownerAddresses: new Map(Object.entries(prefixed(cells, "e-mail: "))) };
}

function text<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value === "" ? {} : ({ [key]: value } as Record<K, string>);
}

function listOf(value: string): string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function dateOrder(value: string): Pick<Options, "dateOrder"> {
  if (value === "") return {};
  if (/^day/i.test(value)) return { dateOrder: "day-first" };
  if (/^month/i.test(value)) return { dateOrder: "month-first" };
  throw new UserError(settingUnreadable("Date order", value, "day first or month first"));
}

function numberOf(setting: string, value: string): number {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number))
    throw new UserError(settingUnreadable(setting, value, "a number"));
  return number;
}

/** Lines such as `Column: amount` or `Rate: USD`, by what follows the colon. */
function prefixed(cells: ReadonlyMap<string, string>, prefix: string): Record<string, string> {
  const found: [string, string][] = [];
  cells.forEach((value, key) => {
    if (key.startsWith(prefix) && value !== "") found.push([key.slice(prefix.length), value]);
  });
  return Object.fromEntries(found);
}
