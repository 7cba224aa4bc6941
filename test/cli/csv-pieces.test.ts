import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsvGrid } from "../../cli/read/csv-grid.ts";
import { rowsOf } from "../../engine/index.ts";
import { runMain, runOn } from "./run-main.ts";

type Rows = readonly (readonly unknown[])[];

/** So much of a file is looked at before its cells are read. */
const LOOKED_AT = 1 << 18;
const LONG_CELL = "x".repeat(LOOKED_AT);

/** The first bytes in one piece, the rest in pieces of the sizes, over and over. */
function piecesOf(bytes: Uint8Array, first: number, sizes: readonly number[]): Uint8Array[] {
  const pieces = [bytes.subarray(0, first)];
  for (let at = first; at < bytes.length; at += pieces[pieces.length - 1]?.length ?? 0)
    pieces.push(bytes.subarray(at, at + (sizes[pieces.length % sizes.length] ?? 1)));
  return pieces;
}

const read = async (pieces: Iterable<Uint8Array>): Promise<Rows> =>
  rowsOf(await readCsvGrid(pieces, "deals", "deals.csv"));

const latin1 = (text: string): Buffer =>
  Buffer.from(text.replaceAll("€", "\u0080").replaceAll("’", "\u0092"), "latin1");

/** What each way to write a text makes of it; the last cell's accent is no UTF-8. */
const WRITERS: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with its mark": (text) => Buffer.from(`\ufeff${text}`),
  "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16, other byte order": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "Windows-1252": latin1,
};

const piece = fc.constantFrom(";", "\n", '"', '""', "a", "bb", "é", "É’", "€", "007", " ", "§");
const cell = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const table = fc.array(fc.array(fc.record({ cell, isQuoted: fc.boolean() }), { maxLength: 4 }), {
  maxLength: 8,
});

describe("in pieces of any size the same cells are read", () => {
  test.each(Object.keys(WRITERS))("%s", async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom(";", "§"),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
        async (cells, newline, delimiter, sizes) => {
          fc.pre(newline !== "\r" || delimiter === ";");
          const own = newline === "\r" ? "\r" : "\n";
          const rows = [
            ["Deal", "Stage", "Note"],
            ["first", LONG_CELL],
            ...cells.map((row) => row.map((one) => one.cell.replaceAll("\n", own))),
            ["last", "été"],
          ];
          const needsQuotes = (text: string): boolean => /["\r\n]|^\s/.test(text) || text.includes(delimiter);
          const written = rows.map((row, r) =>
            row.map((text, c) =>
              cells[r - 2]?.[c]?.isQuoted === true || needsQuotes(text)
                ? `"${text.replaceAll('"', '""')}"`
                : text,
            ),
          );
          const said = delimiter === ";" ? "" : `sep=${delimiter}${newline}`;
          const text = said + written.map((row) => row.join(delimiter)).join(newline);
          const write = WRITERS[encoding] ?? Buffer.from;
          const bytes = write(text);
          const begun = write(text.slice(0, text.indexOf(LONG_CELL) + LONG_CELL.length + newline.length));
          const found = await read(piecesOf(bytes, begun.length, sizes));
          expect(found).toEqual(rows.map(filled));
          expect(await read([bytes])).toEqual(found);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("bytes that are no table", async () => {
    const outcome = (pieces: Iterable<Uint8Array>): Promise<unknown> =>
      read(pieces).catch((error: Error) => error.message);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...'";"\n\r\t a\0\u00c3\u00a9\u00e9\u00c2\u00a0\u00ff'), { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        async (letters, sizes) => {
          const bytes = Buffer.from(`a;b\n${LONG_CELL};${letters.join("")}`, "latin1");
          expect(await outcome(piecesOf(bytes, bytes.length - letters.length, sizes))).toEqual(
            await outcome([bytes]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Blank cells at a row's end are none. */
function filled(row: readonly string[]): readonly (string | null)[] {
  const texts = row.map((text) => (text.trim() === "" ? null : text));
  return texts.slice(0, texts.findLastIndex((text) => text !== null) + 1);
}

const MANY = 40_000;
const lines = (newline: string): string =>
  Array.from({ length: MANY }, (_, i) => `D-${i};Proposal${newline}`).join("");

describe("what shows late", () => {
  test("an accent that is no UTF-8 tells of the texts before it", async () => {
    const bytes = latin1(`id;name\n1;CAFÉ’S\n${lines("\n")}2;été\n3;CAFÉ’S\n`);
    const rows = await read(piecesOf(bytes, LOOKED_AT, [65_536]));
    expect([rows[1], rows[MANY + 2], rows[MANY + 3]]).toEqual([
      ["1", "CAFÉ’S"],
      ["2", "été"],
      ["3", "CAFÉ’S"],
    ]);
  });

  test("a line feed after many carriage returns ends a row as they do", async () => {
    const bytes = Buffer.from(`id;note\r${lines("\r")}1;"two\nlines"\r\n2;b\n3;c`);
    const rows = await read(piecesOf(bytes, LOOKED_AT, [65_536]));
    expect(rows.slice(MANY)).toEqual([
      [`D-${MANY - 1}`, "Proposal"],
      ["1", "two\nlines"],
      ["2", "b"],
      ["3", "c"],
    ]);
  });

  test("a file that is all one line is refused, and so is a quotation mark open for ever", async () => {
    const endless = function* (start: string): Generator<Uint8Array> {
      yield Buffer.from(start);
      for (;;) yield Buffer.alloc(1 << 20, "x");
    };
    await expect(read(endless("id;stage\n1;"))).rejects.toThrow("row 2: a cell is longer than in any sheet");
    await expect(read(endless('id;stage\n1;"'))).rejects.toThrow("row 2: a quotation mark is opened");
  });
});

test("standard input in pieces that cut letters, from a program that writes on", async () => {
  const text = `Deal;Étape;Montant\n${Array.from({ length: 12_000 }, (_, i) => `D${i};Négociation;${i}`).join("\n")}`;
  const whole = await runOn({ "deals.csv": text }, ["check", "deals.csv", "--json"]);
  const piped = await runMain(process.cwd(), ["check", "-", "--json"], {
    stdin: piecesOf(Buffer.from(text), LOOKED_AT, [7]),
  });
  expect(piped.code).toBe(0);
  expect(JSON.parse(piped.out)).toMatchObject({ deals: JSON.parse(whole.out).deals });
});
