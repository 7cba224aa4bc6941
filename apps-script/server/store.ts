/** What the add-on remembers of a spreadsheet between runs: document properties, read with one call. */
export interface Memory {
  readonly get: (key: MemoryKey) => string;
  readonly set: (values: Partial<Record<MemoryKey, string>>) => void;
}

export type MemoryKey =
  | "lastRun"
  | "layouts"
  | "recording"
  | "lastSnapshot"
  | "reminders"
  | "dailyRefresh"
  | "lastOpened";

const KEYS: readonly MemoryKey[] = [
  "lastRun",
  "layouts",
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
export type Layouts = Map<string, string>;

export function readLayouts(text: string): Layouts {
  return new Map(text === "" ? [] : (JSON.parse(text) as [string, string][]));
}

export function layoutsText(layouts: Layouts): string {
  const text = JSON.stringify([...layouts]);
  return text.length > MOST_CHARACTERS ? "" : text;
}
