import type { PipelineView } from "./pipeline-view.ts";

/** What the sidebar asks of the server, typed for both ends. Only plain values travel; days are ISO texts. */
export interface ServerApi {
  loadSidebar(): Answer<SidebarView>;
  refreshFromSidebar(): Answer<SidebarView>;
  /** Only what was changed: another person may have changed the rest. */
  saveSettings(values: Partial<SettingValues>): Answer<SidebarView>;
  selectPlace(sheet: string, cell: string | null): Answer<null>;
  switchRecording(on: boolean): Answer<SidebarView>;
  switchReminders(on: boolean): Answer<SidebarView>;
  switchDailyRefresh(on: boolean): Answer<SidebarView>;
  setUpFromSidebar(): Answer<SidebarView>;
}

/** A result, or in plain words why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** The settings a person may change in the sidebar, as texts. */
export interface SettingValues {
  readonly "Deals sheet": string;
  readonly "History sheet": string;
  readonly Stages: string;
  readonly Currency: string;
  readonly "Date order": string;
  readonly Level: string;
  readonly Target: string;
  readonly Horizon: string;
  readonly "Reminders every (days)": string;
}

export interface SidebarView {
  /** Null: no sheet here can be read as deals; `message` says why. */
  readonly analysis: PipelineView | null;
  readonly message: string | null;
  /** The engine's own sentences on what to know first. */
  readonly headlines: readonly string[];
  readonly sheets: readonly string[];
  readonly settings: SettingValues;
  readonly health: Health;
}

export interface Health {
  readonly lastRun: LastRun | null;
  readonly recording: boolean;
  readonly reminders: boolean;
  readonly dailyRefresh: boolean;
  /** Switched on, yet its trigger is gone: one click makes it again. */
  readonly lostTriggers: readonly string[];
}

export interface LastRun {
  /** `YYYY-MM-DD HH:MM` on the spreadsheet's clock. */
  readonly at: string;
  readonly by: "menu" | "sidebar" | "timer";
  readonly ok: boolean;
  readonly message: string;
  readonly seconds: number;
}
