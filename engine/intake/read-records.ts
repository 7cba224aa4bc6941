import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import type { Grid } from "../grid/grid.ts";
import type { Settings } from "../options.ts";
import { type Chosen, chooseTables } from "./choose-tables.ts";
import { dealRecords } from "./deal-records.ts";
import { changesOfSnapshots, type RawChange, readHistory, readStageDates } from "./read-changes.ts";
import { readDealColumns } from "./read-deals.ts";
import type { Recognised } from "./recognise-table.ts";
import { recognitionOf } from "./recognition.ts";
import type { ChangeRecord, DealRecord, Records } from "./records.ts";
import { nameStages, type StageNames } from "./stage-names.ts";

/**
 * Reads a workbook: finds the sheets of deals and of their history, recognises the columns, reads every row.
 * Open deals are read like closed ones. Days are day numbers, shares 0–1, texts trimmed.
 * @throws DataError where no sheet can be read as deals.
 * @throws OptionError where an option names a sheet or a column that is not there.
 */
export function readRecords(grids: readonly Grid[], settings: Settings): Records {
  const chosen = chooseTables(grids, settings);
  const order = settings.dateOrder ?? "day-first";
  const problems: Problem[] = [];
  const columns = chosen.deals ? readDealColumns(chosen.deals, order, problems) : null;
  const history = chosen.history ? readHistory(chosen.history, order, problems) : [];
  const snapshots = chosen.snapshots ? readHistory(chosen.snapshots, order, problems) : [];
  const counts = new Map<string, number>();
  const count = (text: string): void => {
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  };
  columns?.texts("stage").forEach(count);
  for (const { stageText } of [...history, ...snapshots]) count(stageText);
  for (const { stage } of chosen.deals?.stageColumns ?? []) count(stage);
  const stageOrder = settings.stages ?? [
    ...new Set((chosen.deals?.stageColumns ?? []).map(({ stage }) => stage)),
  ];
  const stages = nameStages(counts, stageOrder);
  const listed = columns ? dealRecords(columns, stages) : [];
  const dates =
    chosen.deals && columns
      ? readStageDates(
          chosen.deals,
          columns.rows,
          listed.map(({ id }) => id),
          order,
          problems,
        )
      : [];
  const raw = [...history, ...dates, ...changesOfSnapshots(snapshots)];
  const deals = columns ? listed : dealsOfChanges(chosen, raw);
  const changes = changeRecords(raw, deals, stages, problems);
  return {
    deals,
    changes,
    snapshots: snapshots.map(({ dealRef, day, stageText }) => ({
      dealId: dealRef,
      day,
      stage: stages.bySpelling.get(stageText)?.name ?? stageText,
      amount: null,
      expectedCloseDay: null,
    })),
    stages: stages.all,
    currency: settings.currency ?? null,
    excludedCount: 0,
    recognition: recognitionOf(chosen, dates.length > 0),
    problems,
  };
}

/** Looks up the deal and the stage of each change; one of an unknown deal is a problem. */
function changeRecords(
  raw: readonly RawChange[],
  deals: readonly DealRecord[],
  stages: StageNames,
  problems: Problem[],
): readonly ChangeRecord[] {
  const idByRef = new Map<string, string>();
  for (const { id, name } of deals) if (name !== "") idByRef.set(name, id);
  for (const { id } of deals) idByRef.set(id, id);
  const changes: ChangeRecord[] = [];
  for (const { sheet, row, column, dealRef, stageText, day, second, leftDay } of raw) {
    const dealId = idByRef.get(dealRef);
    const stage = stages.bySpelling.get(stageText)?.name;
    if (dealId !== undefined && stage !== undefined) {
      changes.push({ sheet, row, column, dealId, stage, day, second, leftDay });
      continue;
    }
    const where = { sheet, cell: addressOf(row, column) };
    problems.push({ code: "deal-unknown", severity: "warning", where, value: dealRef, excludes: "value" });
  }
  return changes;
}

/** Without a deal sheet every deal that the history names is a deal. */
function dealsOfChanges(chosen: Chosen, raw: readonly RawChange[]): readonly DealRecord[] {
  const source: Recognised | null = chosen.history ?? chosen.snapshots;
  const first = new Map<string, RawChange>();
  for (const change of raw) if (!first.has(change.dealRef)) first.set(change.dealRef, change);
  return [...first].map(([id, { row }]) => ({
    sheet: source?.table.grid.sheet ?? "",
    row,
    id,
    name: id,
    account: "",
    email: "",
    owner: "",
    source: "",
    product: "",
    region: "",
    lostReason: "",
    nextStep: "",
    amount: null,
    stage: null,
    outcome: null,
    stageEnteredDay: null,
    createdDay: null,
    closedDay: null,
    expectedCloseDay: null,
    lastActivityDay: null,
    nextStepDay: null,
    probability: null,
  }));
}
