import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readCsvGrid } from "../../cli/read/csv-grid.ts";
import { rowsOf } from "../../engine/index.ts";
import { runOn } from "./run-main.ts";
import { SMALL_CSV } from "./small-files.ts";

const read = async (content: string | Uint8Array): Promise<readonly (readonly unknown[])[]> =>
  rowsOf(
    await readCsvGrid([typeof content === "string" ? Buffer.from(content) : content], "deals", "deals.csv"),
  );

describe("delimiters", () => {
  const wanted = [
    ["Deal", "Value", "Stage"],
    ["Harbour lights", "1,5", "Proposal"],
    ["Roof, garden", "2,5"],
  ];
  test.each([
    ["comma", 'Deal,Value,Stage\nHarbour lights,"1,5",Proposal\n"Roof, garden","2,5",\n'],
    ["semicolon, with decimal commas", "Deal;Value;Stage\nHarbour lights;1,5;Proposal\nRoof, garden;2,5;\n"],
    ["tab", "Deal\tValue\tStage\r\nHarbour lights\t1,5\tProposal\r\nRoof, garden\t2,5\t\r\n"],
    [
      "said by Excel's first line",
      "sep=;\r\nDeal;Value;Stage\r\nHarbour lights;1,5;Proposal\r\nRoof, garden;2,5;\r\n",
    ],
  ])("%s", async (_name, content) => expect((await read(content)).slice(0, 3)).toEqual(wanted));
});

test("texts stay as they stand, blanks are blank, quoted line breaks and quotes are kept", async () => {
  expect(await read('id,note,day\n007," two\nlines ",01/02/2026\n8,"a ""b""",  \n')).toEqual([
    ["id", "note", "day"],
    ["007", " two\nlines ", "01/02/2026"],
    ["8", 'a "b"'],
  ]);
});

test.each([
  ["two columns and a blank last line", "Stage;Amount\nProposal;1,5\n\n", ["Stage", "Amount"]],
  ["commas in every row but the header", "a;b\n1,5;2,5\n3,5;4,5", ["a", "b"]],
  [
    "a decimal comma in every row, and shorter rows below",
    "Nr.;Deal;Betrag\n1;Alpha;1.500,00 €\n2;Beta;2.500,00 €\n;7.500,00 €\n;2.500,00 €\n;1,5",
    ["Nr.", "Deal", "Betrag"],
  ],
  ["numbers alone", "1;2,5\n2;3,5", ["1", "2,5"]],
  ["lists by semicolon within commas", "id,tags,stage\n1,a;b,Proposal\n2,c;d,Lost", ["id", "tags", "stage"]],
])("the delimiter is found with %s", async (_what, content, header) =>
  expect((await read(content))[0]).toEqual(header),
);

test("a title above the table does not hide the delimiter", async () => {
  const rows = await read("Pipeline of June, all regions\n\nid;stage\n1;Proposal\n2;Lost\n");
  expect(rows[2]).toEqual(["id", "stage"]);
});

test("a single column has no delimiter to find", async () => {
  expect(await read("Stage\nProposal\n")).toEqual([["Stage"], ["Proposal"]]);
});

describe("encodings", () => {
  const text = "Étape;Montant\nNégociation;12 €\n";
  const bigEndian = (value: string): Buffer => Buffer.from(value, "utf16le").swap16();
  test.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, other byte order, with its mark", bigEndian(`\ufeff${text}`)],
    ["UTF-16 without a mark", Buffer.from(text.replace("€", "E"), "utf16le")],
    ["UTF-16, other byte order, without a mark", bigEndian(text.replace("€", "E"))],
    ["Windows-1252", Buffer.from(text.replace("€", "\u0080"), "latin1")],
    ["Windows-1252 behind the mark of UTF-8", Buffer.from(`ï»¿${text.replace("€", "\u0080")}`, "latin1")],
  ])("%s", async (_name, bytes) => {
    const [header, row] = await read(bytes);
    expect(header).toEqual(["Étape", "Montant"]);
    expect(row?.[0]).toBe("Négociation");
    expect(row?.[1]).toMatch(/^12 [€E]$/);
  });
});

test("a header PK does not make an archive of it", async () => {
  const { code } = await runOn({ "deals.csv": SMALL_CSV.replace("Deal ID", "PK") }, ["check", "deals.csv"]);
  expect(code).toBe(0);
});

describe("as another reader has it", () => {
  const piece = fc.constantFrom(";", ";", "\n", "\n", '"', '""', '"', "a", "bb", "é", "007", " ");
  /** A final line break ends the last row, and blank cells at a row's end are none. */
  const filled = (rows: readonly (readonly string[])[]): readonly (readonly (string | null)[])[] => {
    const cells = rows.map((row) => {
      const texts = row.map((text) => (text.trim() === "" ? null : text));
      return texts.slice(0, texts.findLastIndex((text) => text !== null) + 1);
    });
    return cells.slice(0, cells.findLastIndex((row) => row.length > 0) + 1);
  };

  test("any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom("\n", "\r\n"),
        async (pieces, newline) => {
          const text = `${pieces.join("")}\n`.replaceAll("\n", newline);
          const { data, errors } = Papa.parse<string[]>(text, { delimiter: ";", newline });
          fc.pre(!errors.some(({ code }) => code === "MissingQuotes"));
          expect(await read(`sep=;\n${text}`)).toEqual(filled(data));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("a quotation mark that is never closed is told by both", async () => {
    await expect(read('a;b\n1;"2\n3;4\n')).rejects.toThrow("row 2: a quotation mark is opened");
  });
});

test("thousands of different texts are told apart, long after their like", async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => [`D-${i % 20_000}`, `Größe ${i % 7}`]);
  const found = await read(`id,size\n${rows.map((row) => row.join(",")).join("\n")}`);
  expect(found.slice(1)).toEqual(rows);
});

test("letters whose bytes are those of others are not taken for them", async () => {
  const rows = await read("id,name\n1,\u00c3\u00a9\n2,é\n3,\u00c3\u00a9\n");
  expect(rows.map((row) => row[1])).toEqual(["name", "\u00c3\u00a9", "é", "\u00c3\u00a9"]);
});

test("a column that hardly repeats is read like any other", async () => {
  const times = Array.from({ length: 600_000 }, (_, i) => `${i} ${i % 3 === 0 ? "a" : "b"}`);
  const rows = await read(`time,stage\n${times.map((time) => `${time},Lead`).join("\n")}`);
  expect(rows).toHaveLength(600_001);
  expect(rows[600_000]).toEqual(["599999 b", "Lead"]);
  expect(rows[300_001]).toEqual(["300000 a", "Lead"]);
});

test("more columns than any sheet has are refused with the row", async () => {
  await expect(read(`id,stage\n1${",x".repeat(20_000)}`)).rejects.toThrow("row 2: it has more columns");
});
