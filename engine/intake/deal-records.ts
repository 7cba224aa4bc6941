import type { Problem } from "../basics/problem.ts";
import type { DealRows } from "./deal-identity.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { known } from "./known.ts";
import type { StageFinder } from "./name-all-stages.ts";
import { outcomeReader } from "./outcome-reader.ts";
import type { DealRecord } from "./records.ts";
import type { TableCells } from "./table-cells.ts";

/** The deals of a table, and how many of its rows cannot be one. */
export interface ReadDeals {
  readonly deals: readonly DealRecord[];
  readonly excludedCount: number;
}

/** What a table's rows are read with. */
export interface DealReading {
  readonly cells: TableCells;
  readonly rows: DealRows;
  /** In the report's currency. */
  readonly amounts: Float64Array;
  readonly stageOf: StageFinder;
  /** Whether the stage column tells the current stage, and a blank one is a fault. */
  readonly needsStage: boolean;
  readonly statusHeader: string;
}

const TEXT_FIELDS = [
  "name",
  "account",
  "email",
  "owner",
  "source",
  "product",
  "region",
  "lost-reason",
  "next-step",
] as const;
const DAY_FIELDS = [
  "stage-entered",
  "created",
  "closed",
  "close-date",
  "won-on",
  "lost-on",
  "expected-close",
  "last-activity",
  "next-step-on",
] as const;

/**
 * Makes one record a kept row. A closed deal of which nothing says how it ended is excluded, with a problem, and
 * so is one that was deleted or archived.
 */
export function dealRecords(reading: DealReading, problems: Problem[]): ReadDeals {
  const { cells, rows, amounts, stageOf } = reading;
  const texts = readerOf(TEXT_FIELDS, (field) => cells.texts(field));
  const days = readerOf(DAY_FIELDS, (field) => cells.days(field).days);
  const stageTexts = cells.texts("stage");
  const outcomeAt = outcomeReader(reading, problems);
  const deals: DealRecord[] = [];
  let excludedCount = 0;
  rows.kept.forEach((i, place) => {
    const stage = stageOf(stageTexts[i] ?? "");
    const outcome = outcomeAt(i, stage);
    if (outcome === "unclear" || outcome === "archived") {
      excludedCount++;
      return;
    }
    const isClosed = outcome === "won" || outcome === "lost";
    const day = (field: (typeof DAY_FIELDS)[number]): number | null => known(days[field][i]);
    const closeDay = isClosed ? (day(outcome === "won" ? "won-on" : "lost-on") ?? day("close-date")) : null;
    deals.push({
      sheet: cells.sheet,
      row: cells.rows[i] ?? 0,
      id: rows.ids[place] ?? "",
      name: texts.name[i] ?? "",
      account: texts.account[i] ?? "",
      email: texts.email[i] ?? "",
      owner: texts.owner[i] ?? "",
      source: texts.source[i] ?? "",
      product: texts.product[i] ?? "",
      region: texts.region[i] ?? "",
      lostReason: texts["lost-reason"][i] ?? "",
      nextStep: texts["next-step"][i] ?? "",
      amount: known(amounts[i]),
      stage: stage && (stage.kind === "open" || stage.kind === "after") ? stage.name : null,
      outcome,
      stageEnteredDay: day("stage-entered"),
      createdDay: day("created"),
      closedDay: day("closed") ?? closeDay,
      expectedCloseDay: day("expected-close") ?? (isClosed ? null : day("close-date")),
      lastActivityDay: day("last-activity"),
      nextStepDay: day("next-step-on"),
      probability: known(cells.shares[i]),
    });
  });
  return { deals, excludedCount };
}

function readerOf<F extends HeaderField, T>(
  fields: readonly F[],
  read: (field: F) => T,
): Readonly<Record<F, T>> {
  return Object.fromEntries(fields.map((field) => [field, read(field)])) as Record<F, T>;
}
