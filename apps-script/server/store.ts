import { type LayoutMarks, layoutOfText, layoutText, unknownLayout } from "./layout-marks.ts";

/** What the add-on remembers of a spreadsheet between runs: document properties, read with one call. */
export interface Memory {
  readonly get: (key: MemoryKey) => string;
  readonly set: (values: Partial<Record<MemoryKey, string>>) => void;
}

export type MemoryKey =
  | "lastRun"
  | "layouts"
  | "unfinished"
  | "recording"
  | "lastSnapshot"
  | "reminders"
  | "dailyRefresh"
  | "lastOpened";

const KEYS: readonly MemoryKey[] = [
  "lastRun",
  "layouts",
  "unfinished",
  "recording",
  "lastSnapshot",
  "reminders",
  "dailyRefresh",
  "lastOpened",
];

/** Outside a document there is nothing to remember in: all blank. */
export function memory(): Memory {
  const store = PropertiesService.getDocumentProperties();
  const known: Record<string, string> = store ? store.getProperties() : {};
  return {
    get: (key) => known[key] ?? "",
    set: (values) => {
      for (const key of KEYS) {
        const value = values[key];
        if (value !== undefined) known[key] = value;
      }
      store?.setProperties(values as Record<string, string>);
    },
  };
}

/** Google keeps 9 kB a value; layouts that are not remembered are only drawn anew. */
const MOST_CHARACTERS = 8000;

/** How each report sheet was last laid out, by its name; nobody else reads or writes it. */
export type Layouts = Map<string, LayoutMarks>;

/** Where the last refresh did not come to its end, nobody knows what stands in the sheets: only charts are known. */
export function readLayouts(memory: Memory): Layouts {
  const text = memory.get("layouts");
  const entries = text === "" ? [] : (JSON.parse(text) as [string, string][]);
  const isFinished = memory.get("unfinished") === "";
  return new Map(
    entries.map(([name, marks]) => {
      const layout = layoutOfText(marks);
      return [name, isFinished ? layout : unknownLayout(layout.chartIds)];
    }),
  );
}

export function layoutsText(layouts: Layouts): string {
  const text = JSON.stringify([...layouts].map(([name, layout]) => [name, layoutText(layout)]));
  return text.length > MOST_CHARACTERS ? "" : text;
}
