import { useEffect, useState } from "preact/hooks";
import type { ServerApi, SidebarView } from "../server-api.ts";
import { callServer } from "./call-server.ts";

/** What the sidebar is doing, and what it has to show. */
export interface PipecastState {
  readonly doing: "loading" | "refreshing" | "saving" | null;
  readonly view: SidebarView | null;
  readonly error: string | null;
  /** Read out by screen readers when it changes. */
  readonly status: string;
}

type ViewCall =
  | "loadSidebar"
  | "refreshFromSidebar"
  | "saveSettings"
  | "setUpFromSidebar"
  | "switchRecording"
  | "switchDailyRefresh"
  | "switchReminders";

const START: PipecastState = { doing: "loading", view: null, error: null, status: "Reading your sheets…" };
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

/** The sidebar's state and the one way to change it: ask the server. */
export function usePipecast() {
  const [state, setState] = useState(START);
  const ask = async <K extends ViewCall>(name: K, ...values: Parameters<ServerApi[K]>): Promise<void> => {
    const [before, after] = STATUS[name] ?? ["Working…", "Done."];
    const doing = DOING[name] ?? "saving";
    setState((now) => ({ ...now, doing, error: null, status: before }));
    try {
      const view: SidebarView = await (callServer as ViewCaller)(name, ...values);
      setState({ doing: null, view, error: null, status: after });
    } catch (error) {
      setState((now) => ({ ...now, doing: null, error: messageOf(error), status: "" }));
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
