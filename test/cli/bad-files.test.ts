import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { inFolder, runMain, runOn } from "./run-main.ts";
import { compoundFile, smallWorkbook, workbookOf } from "./small-files.ts";

const WORKBOOK = await smallWorkbook();
const EMPTY_WORKBOOK = await workbookOf([{ name: "Sheet1", rows: [] }]);
const SHOPPING = await workbookOf([
  {
    name: "Shopping",
    rows: [
      ["Fruit", "Weight"],
      ["Apples", "3"],
      ["Pears", "4"],
    ],
  },
]);
const zipOf = (names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<x/>")])));

/** Each file that cannot be used, with the words its message must hold. */
const BAD_FILES: readonly (readonly [
  what: string,
  name: string,
  content: string | Uint8Array,
  words: RegExp,
])[] = [
  ["zero bytes", "deals.xlsx", "", /deals\.xlsx is empty/],
  ["text renamed .xlsx", "deals.xlsx", "id,stage\n1,Proposal\n", /plain text, not an Excel workbook/],
  ["a web page named .xlsx", "deals.xlsx", "<html><table><tr><td>1</td></tr></table></html>", /web page/],
  ["a page with a doctype", "deals.xlsx", "\n<!DOCTYPE html>\n<p>Sign in</p>", /web page/],
  [
    "an XML spreadsheet of 2003",
    "deals.xlsx",
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    /XML spreadsheet of 2003/,
  ],
  ["a PDF", "deals.xlsx", "%PDF-1.7 ...", /is a PDF/],
  [
    "random bytes",
    "deals.xlsx",
    new Uint8Array(400).map((_, index) => (index * 7) % 31),
    /not an Excel workbook/,
  ],
  ["an encrypted workbook", "deals.xlsx", compoundFile("EncryptedPackage"), /protected by a password/],
  ["an .xls", "deals.xls", compoundFile("Workbook"), /Excel 97–2003/],
  ["an .xls of Excel 5 named .xlsx", "deals.xlsx", compoundFile("Book"), /Excel 97–2003/],
  ["an old Word document", "deals.xlsx", compoundFile("WordDocument"), /not an Excel workbook/],
  ["a workbook cut in half", "deals.xlsx", WORKBOOK.subarray(0, WORKBOOK.length / 2), /damaged/],
  ["a workbook without its last bytes", "deals.xlsx", WORKBOOK.subarray(0, -30), /damaged/],
  ["an archive of something else", "deals.xlsx", zipOf(["photo.jpg"]), /archive, but not an Excel workbook/],
  ["an .xlsb", "deals.xlsb", zipOf(["[Content_Types].xml", "xl/workbook.bin"]), /binary workbook/],
  ["an OpenDocument file", "deals.ods", zipOf(["mimetype", "content.xml"]), /OpenDocument/],
  ["a Numbers file", "deals.numbers", zipOf(["Index/Document.iwa"]), /Numbers/],
  [
    "a workbook whose parts are nonsense",
    "deals.xlsx",
    zipSync({
      "[Content_Types].xml": strToU8("<"),
      "xl/workbook.xml": strToU8("<<<"),
      "_rels/.rels": strToU8("<"),
    }),
    /deals\.xlsx is damaged/,
  ],
  ["an empty workbook", "deals.xlsx", EMPTY_WORKBOOK, /empty/],
  ["a workbook without deals", "deals.xlsx", SHOPPING, /No sheet has a header row that names deals/],
  ["an empty CSV file", "deals.csv", "", /deals\.csv is empty/],
  ["a CSV file of blanks", "deals.csv", "\n \n,,\n", /empty/],
  ["a workbook named .csv", "deals.csv", WORKBOOK, /is an Excel workbook, not a CSV file/],
  ["a PDF named .csv", "deals.csv", "%PDF-1.7", /is a PDF, not a CSV file/],
  ["a quotation mark left open", "deals.csv", 'id,stage\n1,"Proposal\n2,Lost\n', /row 2: a quotation mark/],
];

describe.each(["report", "check"])(
  "%s ends with exit code 1, two plain lines and nothing written",
  (command) => {
    test.each(BAD_FILES)("%s", async (_what, name, content, words) => {
      const { code, out, err, left } = await runOn({ [name]: content }, [command, name]);
      expect(code).toBe(1);
      expect(out).toBe("");
      expect(err).toMatch(words);
      expect(err).toMatch(/^[^\n]+\n([^\n]+\n)?$/);
      expect(err).not.toMatch(/\bat .*:\d+:\d+|Error:/);
      expect(left).toEqual([name]);
    });

    test("no such file", async () => {
      const { code, out, err, left } = await runOn({}, [command, "missing.xlsx"]);
      expect({ code, out, left }).toEqual({ code: 1, out: "", left: [] });
      expect(err).toBe("There is no file missing.xlsx.\nCheck the name and the folder.\n");
    });

    test("a folder, and a file under a file", async () => {
      await inFolder(async (folder) => {
        await mkdir(join(folder, "deals.xlsx"));
        await writeFile(join(folder, "plain"), "");
        const folderRun = await runMain(folder, [command, "deals.xlsx"]);
        expect(folderRun).toMatchObject({
          code: 1,
          err: expect.stringMatching(/^deals\.xlsx is a folder\./),
        });
        const underFile = await runMain(folder, [command, "plain/deals.csv", "--json"]);
        expect(underFile).toMatchObject({ code: 1, err: expect.stringMatching(/^There is no file/) });
        expect((await readdir(folder)).sort()).toEqual(["deals.xlsx", "plain"]);
      });
    });
  },
);

describe("a sheet that lacks a needed column is told which, and reads once it is named", () => {
  const LACKING: readonly (readonly [what: string, csv: string, words: string, maps: readonly string[]])[] = [
    [
      "a name",
      "What is your company?,Status,Budget?\nAcme,Won,900\nBeta,Lost,500\n",
      'Sheet "deals" tells a stage or outcome, but no column is headed as a name, customer or id of deals. ' +
        'The headers seen: "What is your company?", "Status", "Budget?".\n' +
        'Name that column as "Column: Customer" in the sheet Pipecast Settings (command line: --map "Customer=Your header").\n',
      ["Customer=What is your company?"],
    ],
    [
      "a stage",
      "Customer,Amount,How is it going?\nAcme,900,Won\nBeta,500,Talks\n",
      'Sheet "deals" names deals, but no column is headed as their stage or outcome. ' +
        'The headers seen: "Customer", "Amount", "How is it going?".\n' +
        'Name that column as "Column: Stage" in the sheet Pipecast Settings (command line: --map "Stage=Your header"); ' +
        "where there is none, add one that tells each deal's stage.\n",
      ["Stage=How is it going?"],
    ],
    [
      "both",
      "Fruit,Ripeness\nApples,Won\nPears,Green\n",
      "No sheet has a header row that names deals and their stage or outcome. Looked at: deals. " +
        'The headers seen: "Fruit", "Ripeness".\n' +
        'Name the sheet as "Deals sheet", or its columns as "Column: Customer" and as "Column: Stage", in the sheet ' +
        'Pipecast Settings (command line: --deals, --map "Customer=Your header", --map "Stage=Your header").\n',
      ["Customer=Fruit", "Stage=Ripeness"],
    ],
  ];

  test.each(LACKING)("%s", async (_what, csv, words, maps) => {
    expect((await runOn({ "deals.csv": csv }, ["check", "deals.csv"])).err).toBe(words);
    const mapping = maps.flatMap((map) => ["--map", map]);
    const { code, out } = await runOn({ "deals.csv": csv }, ["check", "deals.csv", ...mapping]);
    expect(code).toBe(0);
    expect(out).toContain("All 2 deals count");
  });

  test("the sheet that was named as the deals", async () => {
    const { err } = await runOn({ "deals.csv": "Customer,Amount\nAcme,900\n" }, [
      "check",
      "deals.csv",
      "--deals",
      "deals",
    ]);
    expect(err).toMatch(/^Sheet "deals" names deals, but no column is headed as their stage or outcome\./);
  });
});

test("a report of Pipecast itself", async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, "deals.xlsx"), WORKBOOK);
    await runMain(folder, ["report", "deals.xlsx"]);
    const { code, err } = await runMain(folder, ["check", "deals.report.xlsx"]);
    expect(code).toBe(1);
    expect(err).toBe(
      "deals.report.xlsx is a report that Pipecast wrote.\nGive the workbook it was made from.\n",
    );
  });
});

test("nothing on standard input", async () => {
  const { code, out, err } = await runOn({}, ["check", "-"], { stdin: "" });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^Standard input is empty/);
});

test("a workbook on standard input, where only CSV is read", async () => {
  const { code, err } = await runOn({}, ["check", "-"], { stdin: WORKBOOK });
  expect(code).toBe(1);
  expect(err).toBe(
    "Standard input is an Excel workbook, not a CSV file.\nGive the workbook under a name that ends in .xlsx.\n",
  );
});

test("with --debug the place in the program follows the plain lines", async () => {
  const { code, err } = await runOn({ "deals.xlsx": "text" }, ["check", "deals.xlsx", "--debug"]);
  expect(code).toBe(1);
  expect(err).toMatch(/^deals\.xlsx is plain text.*\n.*\nFileError: /);
  expect(err).toMatch(/\bat .*:\d+:\d+/);
});
