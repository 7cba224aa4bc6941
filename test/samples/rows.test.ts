import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../../engine/grid/grid.ts";
import { pipelineSheets } from "../../samples/files.ts";
import { writeUp } from "../../samples/paperwork.ts";
import {
  dealsGrid,
  dealsWithStatusGrid,
  historyGrid,
  snapshotsGrid,
  stageDatesGrid,
} from "../../samples/rows.ts";
import { sampleTeam } from "../../samples/team.ts";

const book = writeUp(sampleTeam);
const grids = [dealsGrid, dealsWithStatusGrid, historyGrid, stageDatesGrid, snapshotsGrid].map((make) =>
  make(book),
);

function column(grid: Grid, header: string): readonly Cell[] {
  const index = grid.rows[0]?.indexOf(header) ?? -1;
  return grid.rows.slice(1).map((row) => row[index] ?? null);
}

function dayOf(cell: Cell | undefined): number | null {
  return typeof cell === "object" && cell?.kind === "day" ? cell.day : null;
}

function count(cells: readonly Cell[], value: Cell): number {
  return cells.filter((cell) => cell === value).length;
}

describe("the sample book", () => {
  it("holds 600 to 900 deals, with open ones in every stage", () => {
    expect(book.deals.length).toBeGreaterThan(600);
    expect(book.deals.length).toBeLessThan(900);
    const stages = column(dealsGrid(book), "Stage");
    for (const stage of sampleTeam.stages) expect(count(stages, stage.name), stage.name).toBeGreaterThan(0);
  });

  it("knows of no day after its as-of day but plans", () => {
    for (const grid of grids) {
      const headers = grid.rows[0] ?? [];
      for (const row of grid.rows.slice(1)) {
        const past = row.filter(
          (_, index) => !["Expected close", "Close date"].includes(String(headers[index])),
        );
        expect(Math.max(0, ...past.map((cell) => dayOf(cell) ?? 0))).toBeLessThanOrEqual(book.asOfDay);
      }
    }
  });

  it("names only made-up accounts and addresses that belong to nobody", () => {
    const deals = dealsGrid(book);
    for (const cell of column(deals, "Account")) expect(cell).toMatch(/^Sample .+ \d+$/);
    for (const cell of column(deals, "Contact email"))
      expect(cell ?? "@example.com").toMatch(/@example\.com$/);
  });
});

describe("the shapes of one book", () => {
  const won = book.deals.filter((deal) => deal.outcome === "won").length;
  const lost = book.deals.filter((deal) => deal.outcome === "lost").length;

  it("agree on the wins and the losses", () => {
    const words = column(dealsGrid(book), "Stage");
    expect(count(words, "Closed won") + count(words, "Follow-up")).toBe(won);
    expect(count(words, "Closed lost")).toBe(lost);
    const status = column(dealsWithStatusGrid(book), "Status");
    expect([count(status, "Won"), count(status, "Lost")]).toEqual([won, lost]);
    const changes = column(historyGrid(book), "Stage");
    expect([count(changes, "Closed won"), count(changes, "Closed lost")]).toEqual([won, lost]);
    const entered = stageDatesGrid(book);
    expect(column(entered, "Entered Closed won").filter((cell) => cell !== null).length).toBe(won);
    expect(column(entered, "Entered Closed lost").filter((cell) => cell !== null).length).toBe(lost);
  });

  it("agree on the first day in a stage, in history and in the stage-date columns", () => {
    const changes = historyGrid(book).rows.slice(1);
    const first = new Map<Cell, number | null>();
    for (const [id, stage, day] of changes) {
      if (stage === "Proposal" && !first.has(id ?? null)) first.set(id ?? null, dayOf(day));
    }
    const dates = stageDatesGrid(book);
    const ids = column(dates, "Deal ID");
    const entered = column(dates, "Entered Proposal").map(dayOf);
    expect(entered).toEqual(ids.map((id) => first.get(id) ?? null));
  });

  it("take a weekly picture of what is open, and of each close once", () => {
    const stages = column(snapshotsGrid(book), "Stage");
    const lastDay = Math.max(...column(snapshotsGrid(book), "Snapshot date").map((cell) => dayOf(cell) ?? 0));
    const closedByThen = book.deals.filter((deal) => (deal.closedDay ?? book.asOfDay + 1) <= lastDay);
    const lostByThen = closedByThen.filter((deal) => deal.outcome === "lost").length;
    expect(count(stages, "Closed lost")).toBe(lostByThen);
  });
});

describe("the faults of the sample workbook", () => {
  const { deals, history, faults } = pipelineSheets();

  it("are ten, of nine kinds", () => {
    expect(faults.map((fault) => fault.kind).sort()).toEqual([
      "amount-unreadable",
      "closed-before-created",
      "date-in-future",
      "date-unreadable",
      "deal-unknown",
      "deal-without-id",
      "duplicate-id",
      "stage-missing",
      "stage-spelling",
      "stage-spelling",
    ]);
  });

  it("touch no other row", () => {
    const clean = dealsGrid(book).rows;
    const changed = deals.rows.filter((row, index) => JSON.stringify(row) !== JSON.stringify(clean[index]));
    expect(changed.length).toBe(faults.filter((fault) => fault.sheet === "Deals").length);
    expect(history.rows.slice(0, -1)).toEqual(historyGrid(book).rows);
  });
});
