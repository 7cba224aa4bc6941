import type { Place } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { type AnyGrid, type Cell, rowsOf } from "../grid/grid.ts";
import { textOf } from "./cells.ts";
import { foldWords } from "./fold.ts";

/** A text with named fields in braces, as written in the sheet `Pipecast Templates`. */
export interface Template {
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly where: Place;
}

/** What the workbook says about reminders; empty and null where it says nothing. */
export interface ReminderSettings {
  /** By folded name: `reminder`, or a stage. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Where reminders for an owner go, by folded owner; `E-mail: Ada` in the settings. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The sender, `Reminders from` in the settings. */
  readonly from: string | null;
  /** Nobody is reminded of a deal twice within so many days; `Reminders every (days)` in the settings. */
  readonly everyDays: number | null;
}

/** Reads the sheets `Pipecast Templates` (Template, Subject, Text) and what `Pipecast Settings` says of reminders. */
export function readReminderSettings(grids: readonly AnyGrid[]): ReminderSettings {
  const named = (name: string): AnyGrid | undefined => grids.find(({ sheet }) => foldWords(sheet) === name);
  const lines = settingLines(named("pipecast settings"));
  const every = Number.parseInt(
    lines.find(([name]) => foldWords(name) === "reminders every days")?.[1] ?? "",
    10,
  );
  return {
    templates: templatesOf(named("pipecast templates")),
    addresses: new Map(
      lines.flatMap(([name, value]) => {
        const owner = /^e-?mail(?: of)?\s*:?\s+(.+)$/i.exec(name)?.[1];
        return owner === undefined || value === "" ? [] : [[foldWords(owner), value] as const];
      }),
    ),
    from: lines.find(([name]) => foldWords(name) === "reminders from")?.[1] || null,
    everyDays: every > 0 ? every : null,
  };
}

function settingLines(grid: AnyGrid | undefined): readonly (readonly [string, string])[] {
  return (grid ? rowsOf(grid) : []).map((row) => [cellText(row, 0), cellText(row, 1)] as const);
}

function cellText(row: readonly Cell[], column: number): string {
  return textOf(row[column] ?? null);
}

function templatesOf(grid: AnyGrid | undefined): Map<string, Template> {
  const templates = new Map<string, Template>();
  if (!grid) return templates;
  const rows = rowsOf(grid);
  const head = rows.findIndex((row) => foldWords(cellText(row, 0)) === "template");
  rows.forEach((row, index) => {
    const [name, subject, text] = [cellText(row, 0), cellText(row, 1), cellText(row, 2)];
    if (head < 0 || index <= head || name === "" || (subject === "" && text === "")) return;
    const where = { sheet: grid.sheet, cell: addressOf(index, 0) };
    templates.set(foldWords(name), { name, subject, text, where });
  });
  return templates;
}
