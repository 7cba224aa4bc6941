import { describe, expect, it } from "vitest";
import { type MergedArea, mergedCells } from "../../../engine/grid/merged-cells.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import type { Records } from "../../../engine/intake/records.ts";
import { withDefaults } from "../../../engine/options.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { problemsOf } from "../../helpers/read-tables.ts";

/** Areas as the sheet numbers its rows, each in one column from 0: `[2, 4, 1]` is B2:B4. */
function read(table: string, areas: readonly (readonly [first: number, last: number, column: number])[]) {
  return readRecords([merged("Deals", table, areas)], withDefaults({ asOfDay: 20634 }));
}

function merged(sheet: string, table: string, areas: readonly (readonly [number, number, number])[]) {
  const toArea = ([first, last, left]: readonly [number, number, number]): MergedArea => ({
    top: first - 1,
    bottom: last - 1,
    left,
  });
  return { ...gridOf(sheet, table), merged: mergedCells(areas.map(toArea)) };
}

const told = ({ deals }: Records, field: "owner" | "stage" | "account" | "amount"): readonly unknown[] =>
  deals.map((deal) => deal[field]);

describe("cells merged over several rows", () => {
  const table = `
    | Company | Deal  | Owner | Stage    | Amount | Created    |
    | Acme    | Roof  | Ann   | Proposal | 900    | 2026-01-04 |
    |         | Door  |       |          |        | 2026-01-05 |
    | Beta    | Floor |       | Lead     | 500    | 2026-01-06 |
    | Gamma   | Wall  | Ben   | Lead     | 300    | 2026-01-07 |
    | Delta   | Shed  |       | Lead     | 200    | 2026-01-08 |`;

  it("cells-merged: their text counts for each of the rows, and is told once a column", () => {
    const records = read(table, [
      [2, 3, 0],
      [2, 4, 2],
      [2, 3, 3],
    ]);
    expect(told(records, "account")).toEqual(["Acme", "Acme", "Beta", "Gamma", "Delta"]);
    expect(told(records, "owner")).toEqual(["Ann", "Ann", "Ann", "Ben", ""]);
    expect(told(records, "stage")).toEqual(["Proposal", "Proposal", "Lead", "Lead", "Lead"]);
    expect(problemsOf(records, "cells-merged")).toEqual([
      'Deals!A3 "Acme" note nothing header=Company count=1',
      'Deals!C3 "Ann" note nothing header=Owner count=2',
      'Deals!D3 "Proposal" note nothing header=Stage count=1',
    ]);
  });

  it("leave amounts and names as they stand: one amount is not two", () => {
    const records = read(table, [
      [2, 3, 4],
      [5, 6, 1],
    ]);
    expect(told(records, "amount")).toEqual([900, null, 500, 300, 200]);
    expect(problemsOf(records, "cells-merged")).toEqual([]);
  });

  it("of a title or the header reach no deal, and areas past the last row cost nothing", () => {
    const titled = `| Pipeline |  |  |  |  |\n|  |  |  |  |  |\n${table.trim()}`;
    const records = read(titled, [
      [1, 2, 0],
      [3, 5, 2],
      [7, 1_048_576, 2],
    ]);
    expect(told(records, "owner")).toEqual(["Ann", "", "", "Ben", "Ben"]);
  });

  it("name the deal of each row of a history", () => {
    const deals = gridOf("Deals", "| Deal | Stage |\n| Roof | Proposal |\n| Door | Lead |");
    const history = `
      | Deal | Stage    | Changed on |
      | Roof | Lead     | 2026-01-04 |
      |      | Proposal | 2026-02-04 |
      | Door | Lead     | 2026-01-05 |`;
    const grids = [deals, merged("Stage history", history, [[2, 3, 0]])];
    const records = readRecords(grids, withDefaults({ asOfDay: 20634 }));
    expect([...records.changes].map(({ dealId, stage }) => `${dealId} ${stage}`)).toEqual([
      "Roof Lead",
      "Roof Proposal",
      "Door Lead",
    ]);
    expect(problemsOf(records, "change-without-deal")).toEqual([]);
  });

  it("count in lists that are read together, whatever the order of their columns", () => {
    const open = `
      | Deal | Owner | Stage | Amount |
      | Roof | Ann   | Lead  | 900    |
      | Door |       | Lead  | 500    |`;
    const won = `
      | Deal  | Stage    | Owner | Amount |
      | Floor | Proposal | Ben   | 300    |
      | Wall  | Proposal |       | 200    |
      | Shed  | Proposal |       | 100    |`;
    const grids = [merged("Open", open, [[2, 3, 1]]), merged("Won", won, [[2, 3, 2]])];
    const records = readRecords(grids, withDefaults({ asOfDay: 20634 }));
    const owners = new Map(records.deals.map(({ name, owner }) => [name, owner]));
    expect(owners).toEqual(
      new Map([
        ["Roof", "Ann"],
        ["Door", "Ann"],
        ["Floor", "Ben"],
        ["Wall", "Ben"],
        ["Shed", ""],
      ]),
    );
    expect(problemsOf(records, "cells-merged")).toHaveLength(1);
  });
});
