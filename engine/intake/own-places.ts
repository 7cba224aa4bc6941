import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { ChangeList } from "./change-list.ts";
import { samplesOf } from "./recognition.ts";
import type { ChangeRecord, Changes, RecognisedColumn, Recognition, Records } from "./records.ts";
import type { UnitedTable } from "./unite-tables.ts";

/** The records of a table made of several, each with the place it has in the workbook. */
export function inOwnPlaces(records: Records, united: UnitedTable): Records {
  const sheet = united.found.table.grid.sheet;
  const place = <T extends { readonly sheet: string; readonly row: number }>(record: T, column: number): T =>
    record.sheet === sheet ? { ...record, ...united.placeOf(record.row, column) } : record;
  return {
    ...records,
    deals: records.deals.map((deal) => {
      const { sheet: own, row } = place({ sheet: deal.sheet, row: deal.row }, 0);
      return { ...deal, sheet: own, row };
    }),
    changes: changesIn(records, place),
    recognition: recognitionIn(records.recognition, united),
    problems: records.problems.map((problem) => problemIn(problem, sheet, united)),
  };
}

function changesIn(
  { changes, deals }: Records,
  place: (change: ChangeRecord, column: number) => ChangeRecord,
): Changes {
  const own = new ChangeList(deals, changes.length);
  for (let i = 0; i < changes.length; i++) {
    const change = changes.at(i);
    own.add(changes.deals[i] ?? -1, place(change, change.column));
  }
  return own;
}

const ADDRESS = /^([A-Z]+)(\d+)$/;
const LETTERS = 26;
const BEFORE_A = 64;

function problemIn(problem: Problem, sheet: string, united: UnitedTable): Problem {
  const { where, details } = problem;
  if (where.sheet !== sheet || where.cell === null || problem.code === "table-unread") return problem;
  const own = ownCell(where.cell, united);
  const other = details?.otherCell === undefined ? null : ownCell(String(details.otherCell), united);
  if (!own) return problem;
  const otherCell = other && (other.sheet === own.sheet ? other.cell : `${other.sheet}!${other.cell}`);
  return { ...problem, where: own, ...(otherCell ? { details: { ...details, otherCell } } : {}) };
}

function ownCell(
  address: string,
  { placeOf }: UnitedTable,
): { readonly sheet: string; readonly cell: string } | null {
  const [, letters, digits] = ADDRESS.exec(address) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * LETTERS + letter.charCodeAt(0) - BEFORE_A;
  const own = placeOf(Number(digits) - 1, column - 1);
  return { sheet: own.sheet, cell: addressOf(own.row, own.column) };
}

function recognitionIn(recognition: Recognition, united: UnitedTable): Recognition {
  const sheet = united.found.table.grid.sheet;
  const columns = recognition.columns.flatMap((column): readonly RecognisedColumn[] =>
    column.sheet === sheet
      ? united.columnsOf(column.column).map(({ table, column: own }) => ({
          ...column,
          sheet: table.grid.sheet,
          column: own,
          header: table.headers[own] ?? column.header,
          samples: samplesOf({ table }, own),
        }))
      : [column],
  );
  const unread = recognition.notRead.columns.flatMap((column) =>
    column.sheet === sheet
      ? united
          .columnsOf(column.column)
          .map((own) => ({ ...column, sheet: own.table.grid.sheet, column: own.column }))
      : [column],
  );
  const more = united.sheets.filter((other) => other !== sheet);
  return {
    ...recognition,
    columns,
    headerRows: { ...recognition.headerRows, ...Object.fromEntries(united.headerRows) },
    notRead: { ...recognition.notRead, columns: unread },
    ...(more.length > 0 ? { moreDealsSheets: more } : {}),
  };
}
