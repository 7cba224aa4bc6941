import type { Grid } from "../../engine/index.ts";
import type { SettingValues } from "../server-api.ts";

/** The sheet that the engine reads its settings from; the add-on reads of it only what a host needs. */
export const SETTINGS_SHEET = "Pipecast Settings";

export interface Settings {
  /** The settings as they stand in the sheet, as texts. */
  readonly values: SettingValues;
}

/** The lines that the sidebar shows; the engine knows more, and a person may add them by hand. */
export const SETTING_NAMES: readonly (keyof SettingValues)[] = [
  "Deals sheet",
  "History sheet",
  "Stages",
  "Currency",
  "Date order",
  "Level",
  "Target",
  "Horizon",
  "Reminders every (days)",
];

/** What the settings sheet says, of a grid that was read; all blank where there is none. */
export function settingsOf(grid: Grid | undefined): Settings {
  const cells = new Map<string, string>();
  for (const [name, value] of grid?.rows ?? []) {
    const key = textOf(name).toLowerCase();
    if (key !== "" && !cells.has(key)) cells.set(key, textOf(value));
  }
  const of = (name: keyof SettingValues): string => cells.get(name.toLowerCase()) ?? "";
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
      "Reminders every (days)": of("Reminders every (days)"),
    },
  };
}

function textOf(cell: Grid["rows"][number][number] | undefined): string {
  if (typeof cell === "object" && cell?.kind === "money") return String(cell.amount);
  return typeof cell === "object" || cell === undefined ? "" : String(cell).trim();
}
