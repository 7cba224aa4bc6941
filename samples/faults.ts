import { type Day, dayOfIso } from "../engine/basics/day.ts";
import { addressOf } from "../engine/grid/address.ts";
import type { Cell, Grid } from "../engine/grid/grid.ts";

/** A fault put into a sample sheet on purpose, at a known place, so that tests can ask whether it is found. */
export interface Fault {
  readonly kind:
    | "date-unreadable"
    | "amount-unreadable"
    | "stage-spelling"
    | "stage-missing"
    | "closed-before-created"
    | "date-in-future"
    | "duplicate-id"
    | "deal-without-id"
    | "deal-unknown";
  readonly sheet: string;
  readonly cell: string;
  /** The cell as it stands now. */
  readonly value: Cell;
  /** The deal's id; "" where the row has none. */
  readonly dealId: string;
}

export interface FaultySheets {
  readonly deals: Grid;
  readonly history: Grid;
  readonly faults: readonly Fault[];
}

/** One cell to spoil: of the rows that fit and are not spoiled yet, the one a share of the way down. */
interface Spoil {
  readonly kind: Fault["kind"];
  readonly header: string;
  readonly fits: (cell: (header: string) => Cell) => boolean;
  readonly wayDown: number;
  readonly value: (cell: (header: string) => Cell) => Cell;
}

const isClosed = (cell: (header: string) => Cell): boolean => cell("Stage") === "Closed lost";
const standsIn =
  (stage: string) =>
  (cell: (header: string) => Cell): boolean =>
    cell("Stage") === stage;

const SPOILS: readonly Spoil[] = [
  {
    kind: "date-unreadable",
    header: "Created",
    fits: (cell) => isClosed(cell) && dayOf(cell("Created")) >= (dayOfIso("2025-02-24") ?? Number.NaN),
    wayDown: 0,
    value: () => "31/02/2025",
  },
  {
    kind: "amount-unreadable",
    header: "Amount",
    fits: standsIn("Qualification"),
    wayDown: 0.5,
    value: () => "n/a",
  },
  {
    kind: "stage-spelling",
    header: "Stage",
    fits: standsIn("Proposal"),
    wayDown: 0.5,
    value: () => "proposal ",
  },
  {
    kind: "stage-spelling",
    header: "Stage",
    fits: standsIn("Negotiation"),
    wayDown: 0.5,
    value: () => "Negociation",
  },
  { kind: "stage-missing", header: "Stage", fits: standsIn("Contact"), wayDown: 0.5, value: () => null },
  {
    kind: "closed-before-created",
    header: "Closed",
    fits: (cell) => isClosed(cell) && dayOf(cell("Closed")) - dayOf(cell("Created")) < 300,
    wayDown: 0.4,
    value: (cell) => shifted(cell("Closed"), -365),
  },
  {
    kind: "date-in-future",
    header: "Last activity",
    fits: standsIn("Proposal"),
    wayDown: 0.8,
    value: (cell) => shifted(cell("Last activity"), 365),
  },
];

/** The sheets `Deals` and `Stage history` with a few faults that real sheets have. The input stays as it is. */
export function withFaults(deals: Grid, history: Grid): FaultySheets {
  const faults: Fault[] = [];
  const rows = deals.rows.map((row) => [...row]);
  for (const spoil of SPOILS) faults.push(spoilCell(deals.sheet, rows, spoil, faults));
  rows.push(copiedRow(rows), rowWithoutId(rows));
  const idFault = (kind: Fault["kind"], row: number): Fault => {
    const value = rows[row]?.[0] ?? null;
    const dealId = typeof value === "string" ? value : "";
    return { kind, sheet: deals.sheet, cell: addressOf(row, 0), value, dealId };
  };
  faults.push(idFault("duplicate-id", rows.length - 2), idFault("deal-without-id", rows.length - 1));
  const stray: readonly Cell[] = [
    "D-9999",
    "Qualification",
    history.rows[history.rows.length - 1]?.[2] ?? null,
  ];
  faults.push({
    kind: "deal-unknown",
    sheet: history.sheet,
    cell: addressOf(history.rows.length, 0),
    value: "D-9999",
    dealId: "D-9999",
  });
  return { deals: { ...deals, rows }, history: { ...history, rows: [...history.rows, stray] }, faults };
}

function spoilCell(sheet: string, rows: Cell[][], spoil: Spoil, before: readonly Fault[]): Fault {
  const headers = rows[0] ?? [];
  const cellOf = (row: number) => (header: string) => rows[row]?.[headers.indexOf(header)] ?? null;
  const spoiled = new Set(before.map((fault) => fault.dealId));
  const fitting = rows
    .map((_, row) => row)
    .filter((row) => row > 0 && !spoiled.has(String(cellOf(row)("Deal ID"))) && spoil.fits(cellOf(row)));
  const row = fitting[Math.floor(spoil.wayDown * fitting.length)];
  const line = row === undefined ? undefined : rows[row];
  if (row === undefined || !line) throw new RangeError(`No row fits the fault ${spoil.kind}.`);
  const column = headers.indexOf(spoil.header);
  const value = spoil.value(cellOf(row));
  line[column] = value;
  return { kind: spoil.kind, sheet, cell: addressOf(row, column), value, dealId: String(line[0]) };
}

/** A row pasted twice: the one two thirds down. */
function copiedRow(rows: readonly Cell[][]): Cell[] {
  return [...(rows[Math.floor((2 * rows.length) / 3)] ?? [])];
}

/** A row somebody began to fill: some cells as in the last deal, a name of its own and no id. */
function rowWithoutId(rows: readonly Cell[][]): Cell[] {
  const headers = rows[0] ?? [];
  const filled = new Set<Cell>(["Owner", "Source", "Stage", "Created"]);
  const row = (rows[rows.length - 1] ?? []).map((cell, column) =>
    filled.has(headers[column] ?? null) ? cell : null,
  );
  row[headers.indexOf("Deal name")] = "New enquiry from the trade fair";
  return row;
}

function dayOf(cell: Cell): Day {
  return typeof cell === "object" && cell?.kind === "day" ? cell.day : Number.NaN;
}

function shifted(cell: Cell, days: number): Cell {
  return typeof cell === "object" && cell?.kind === "day" ? { ...cell, day: cell.day + days } : cell;
}
