import { useEffect, useState } from "preact/hooks";
import type { ServerApi, SidebarView } from "../server-api.ts";
import { callServer } from "./call-server.ts";

/** What the sidebar is doing, and what it has to show. */
export interface PipecastState {
  readonly doing: "loading" | "refreshing" | "saving" | null;
  /** What is asked of the server, with its values; a switch shows at once what a person wants. */
  readonly asked: Asked | null;
  readonly view: SidebarView | null;
  readonly error: string | null;
  /** Read out by screen readers when it changes. */
  readonly status: string;
}

export interface Asked {
  readonly name: string;
  readonly values: readonly unknown[];
}

type ViewCall =
  | "loadSidebar"
  | "refreshFromSidebar"
  | "saveSettings"
  | "setUpFromSidebar"
  | "switchRecording"
  | "switchDailyRefresh"
  | "switchReminders";

const START: PipecastState = {
  doing: "loading",
  asked: null,
  view: null,
  error: null,
  status: "Reading your sheets…",
};
const DOING: Partial<Record<ViewCall, PipecastState["doing"]>> = {
  loadSidebar: "loading",
  refreshFromSidebar: "refreshing",
};
const STATUS: Partial<Record<ViewCall, readonly [string, string]>> = {
  loadSidebar: ["Reading your sheets…", "Ready."],
  refreshFromSidebar: ["Refreshing the report…", "The report is refreshed."],
  saveSettings: ["Saving…", "Settings are saved."],
  setUpFromSidebar: ["Adding sheets…", "The spreadsheet is set up."],
};

const SWITCHED: Partial<Record<ViewCall, string>> = {
  switchRecording: "Recording stage changes",
  switchDailyRefresh: "Refresh every morning",
  switchReminders: "E-mail reminders",
};

function statusOf(name: ViewCall, [on]: readonly unknown[]): readonly [string, string] {
  const state = on === true ? "on" : "off";
  return STATUS[name] ?? [`Switching ${state}…`, `${SWITCHED[name] ?? "Switch"}: ${state}.`];
}

/** The sidebar's state and the one way to change it: ask the server. */
export function usePipecast() {
  const [state, setState] = useState(START);
  const ask = async <K extends ViewCall>(name: K, ...values: Parameters<ServerApi[K]>): Promise<void> => {
    const [before, after] = statusOf(name, values);
    const doing = DOING[name] ?? "saving";
    setState((now) => ({ ...now, doing, asked: { name, values }, error: null, status: before }));
    try {
      const view: SidebarView = await (callServer as ViewCaller)(name, ...values);
      setState({ doing: null, asked: null, view, error: null, status: after });
    } catch (error) {
      setState((now) => ({ ...now, doing: null, asked: null, error: messageOf(error), status: "" }));
    }
  };
  const select = async (sheet: string, cell: string | null): Promise<void> => {
    try {
      await callServer("selectPlace", sheet, cell);
      setState((now) => ({
        ...now,
        error: null,
        status: `Selected ${sheet}${cell === null ? "" : `, ${cell}`}.`,
      }));
    } catch (error) {
      setState((now) => ({ ...now, error: messageOf(error), status: "" }));
    }
  };
  useEffect(() => {
    ask("loadSidebar");
  }, []);
  return { state, ask, select };
}

type ViewCaller = (name: ViewCall, ...values: readonly unknown[]) => Promise<SidebarView>;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
