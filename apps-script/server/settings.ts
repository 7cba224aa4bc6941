import type { Grid } from "../../engine/index.ts";
import type { SettingValues } from "../server-api.ts";

/** The sheet that the engine reads its settings from; the add-on reads of it only what a host needs. */
export const SETTINGS_SHEET = "Pipecast Settings";

export interface Settings {
  /** The settings as they stand in the sheet, as texts. */
  readonly values: SettingValues;
  /** Where reminders for an owner go; the owner's name in small letters. */
  readonly ownerAddresses: ReadonlyMap<string, string>;
}

/** The lines that the sidebar shows; the engine knows more, and a person may add them by hand. */
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

const ADDRESS = /^e-?mail:\s*(.+)$/;

/** What the settings sheet says, of a grid that was read; all blank where there is none. */
export function settingsOf(grid: Grid | undefined): Settings {
  const cells = new Map<string, string>();
  for (const [name, value] of grid?.rows ?? []) {
    const key = textOf(name).toLowerCase();
    if (key !== "" && !cells.has(key)) cells.set(key, textOf(value));
  }
  const of = (name: keyof SettingValues): string => cells.get(name.toLowerCase()) ?? "";
  const addresses = new Map<string, string>();
  cells.forEach((value, key) => {
    const owner = ADDRESS.exec(key)?.[1];
    if (owner !== undefined && value !== "") addresses.set(owner.trim(), value);
  });
  return {
    values: {
      "Deals sheet": of("Deals sheet"),
      "History sheet": of("History sheet"),
      Stages: of("Stages"),
      Currency: of("Currency"),
      "Date order": of("Date order"),
      Level: of("Level"),
      Target: of("Target"),
      Horizon: of("Horizon"),
      Reminders: of("Reminders"),
    },
    ownerAddresses: addresses,
  };
}

function textOf(cell: Grid["rows"][number][number] | undefined): string {
  if (typeof cell === "object" && cell?.kind === "money") return String(cell.amount);
  return typeof cell === "object" || cell === undefined ? "" : String(cell).trim();
}
