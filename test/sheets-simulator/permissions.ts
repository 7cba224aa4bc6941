import { ServiceError } from "./service-error.ts";
import type { EntryPoint } from "./world.ts";

/** What each start may not do. Where nothing is said, it may. */
export function refuseWhereNotAllowed(entry: EntryPoint, name: string): void {
  const refusal = REFUSALS[entry]?.(name) ?? null;
  if (refusal !== null) throw new ServiceError(refusal);
}

const MENU_CALL = /^(SpreadsheetApp\.getUi|Ui\.create(Addon)?Menu|Menu\.)/;
const NEEDS_AUTHORISATION =
  /^(MailApp|ScriptApp\.(getProjectTriggers|newTrigger|deleteTrigger)|TriggerBuilder)/;
const SHOWS_WINDOWS = /^Ui\.(showSidebar|showModalDialog|showModelessDialog|alert|prompt)/;
const WRITES =
  /^(Range|Sheet|Spreadsheet|RangeList|Properties|NamedRange|DeveloperMetadata|Protection)\.(set|insert|delete|clear|append|add|remove|update|sort|move|hide|show|create|protect|activate|auto|apply|toast)/;

const REFUSALS: Partial<Record<EntryPoint, (name: string) => string | null>> = {
  "open-without-authorisation": (name) => (MENU_CALL.test(name) ? null : permission(name)),
  "simple-open": (name) =>
    NEEDS_AUTHORISATION.test(name) || SHOWS_WINDOWS.test(name) ? permission(name) : null,
  "simple-edit": (name) =>
    NEEDS_AUTHORISATION.test(name) || SHOWS_WINDOWS.test(name) ? permission(name) : null,
  "time-trigger": (name) =>
    name === "SpreadsheetApp.getUi" ? "Cannot call SpreadsheetApp.getUi() from this context." : null,
  "custom-function": (name) =>
    WRITES.test(name) || NEEDS_AUTHORISATION.test(name) || name === "SpreadsheetApp.getUi"
      ? permission(name)
      : null,
};

function permission(name: string): string {
  return `You do not have permission to call ${name}`;
}
