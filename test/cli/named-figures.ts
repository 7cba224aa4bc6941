import { expect } from "vitest";
import { loadedByExcelJs } from "./xlsx/graft-workbooks.ts";

type Path = readonly (string | number)[];

/** Where a named cell of the report workbook stands in the JSON. */
const PLACES: Readonly<Record<string, Path>> = {
  pipecast_deals: ["deals", "total"],
  pipecast_open_deals: ["deals", "open"],
  pipecast_won_deals: ["deals", "won"],
  pipecast_lost_deals: ["deals", "lost"],
  pipecast_left_out: ["deals", "excluded"],
  pipecast_win_rate: ["winRate", "byCount", "estimate"],
  pipecast_win_rate_by_amount: ["winRate", "byAmount", "estimate"],
  pipecast_won_amount: ["wonAmount"],
  pipecast_average_won_amount: ["averageWonAmount"],
  pipecast_median_won_amount: ["medianWonAmount"],
  pipecast_won_cycle_mean: ["cycle", "won", "meanDays"],
  pipecast_won_cycle_median: ["cycle", "won", "medianDays"],
  pipecast_lost_cycle_median: ["cycle", "lost", "medianDays"],
  pipecast_velocity: ["velocity", "amountPerDay"],
  pipecast_forecast_next_month: ["forecast", "periods", 0, "mean"],
};

/** Every named cell that a person may build a formula on holds the JSON's figure, or words where that is null. */
export async function expectSameNamedFigures(told: {
  readonly json: unknown;
  readonly bytes: Uint8Array;
}): Promise<void> {
  const book = await loadedByExcelJs(told.bytes);
  for (const [name, path] of Object.entries(PLACES)) {
    const [range = ""] = book.definedNames.getRanges(name).ranges;
    const [, sheet = "", address = ""] = /^'?(.+?)'?!(.+)$/.exec(range) ?? [];
    const cell = book.getWorksheet(sheet)?.getCell(address.replaceAll("$", "")).value;
    const figure = valueAt(told.json, path);
    if (typeof figure === "number") expect(cell, name).toBe(figure);
    else expect(typeof cell, name).not.toBe("number");
  }
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (place, key) =>
      typeof place === "object" && place !== null ? (place as Record<string | number, unknown>)[key] : null,
    json,
  );
}
