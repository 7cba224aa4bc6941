/** What the add-on remembers of a spreadsheet between runs: document properties, read with one call. */
export interface Memory {
  readonly get: (key: MemoryKey) => string;
  readonly set: (values: Partial<Record<MemoryKey, string>>) => void;
}

export type MemoryKey =
  | "lastRun"
  | "recording"
  | "lastSnapshot"
  | "reminders"
  | "dailyRefresh"
  | "lastOpened";

const KEYS: readonly MemoryKey[] = [
  "lastRun",
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
