import type { Forecast } from "../../forecast/types.ts";
import { shareText } from "../numbers.ts";
import { forecastNoteText } from "./forecast-notes.ts";

/** Said by the sentences on the record and on the choice of method. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["record", "baseline-better", "baseline-chosen"]);
const MONTHS_JUDGED = 3;

/** How to read the forecast, and what is thin or odd behind it. */
export function forecastRemarks(forecast: Forecast, currency: string | null): readonly string[] {
  const { level, notes, by, periods } = forecast;
  const shown = "missing" in periods ? 0 : periods.length * (by === "month" ? 1 : MONTHS_JUDGED);
  return [
    ...notes
      .filter(({ code }) => !SAID_ELSEWHERE.has(code))
      .map((note) => forecastNoteText(note, { currency, level })),
    ...(shown === 0
      ? []
      : [
          `Lower and upper are ${shareText(level, 0)} ranges for each ${by} by itself; they do not add up, the expected amounts do.`,
        ]),
    ...(shown > MONTHS_JUDGED
      ? ["The record covers three months ahead. What lies further ahead has not been put to the test."]
      : []),
  ];
}
