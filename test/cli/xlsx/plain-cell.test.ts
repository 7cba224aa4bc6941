import fc from "fast-check";
import { expect, test } from "vitest";
import { SheetCells } from "../../../cli/xlsx/sheet-cells.ts";
import { XmlScanner } from "../../../cli/xlsx/xml-scanner.ts";
import { sheetXml } from "./handmade-workbook.ts";

const SHARED = ["Won", "", "Acmé", "Lost"];

/** The cells that a sheet part's XML holds, handed to the scanner in pieces of so many bytes. */
function cellsOf(xml: string, pieceBytes: number): unknown {
  const cells = new SheetCells("Deals", SHARED, []);
  const scanner = new XmlScanner("sheet1.xml", cells);
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += pieceBytes) scanner.write(bytes.subarray(at, at + pieceBytes));
  scanner.end();
  const columns = cells.columns.finish();
  return Array.from({ length: columns.rowCount }, (_, row) => columns.rowAt(row));
}

function outcomeOf(xml: string, pieceBytes: number): unknown {
  try {
    return cellsOf(xml, pieceBytes);
  } catch (error) {
    return String(error);
  }
}

/** With a prefix on each element no cell is plain, and the scanner goes through all of them. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-z])/gi, "<$1x:").replace("xmlns=", "xmlns:x=");
}

const cell = fc
  .record({
    address: fc.constantFrom(
      "",
      ' r="A1"',
      ' r="B1"',
      ' r="$C$1"',
      ' r="c1"',
      ' r="AA1"',
      ' r=""',
      " r='D1'",
    ),
    style: fc.constantFrom("", ' s="0"', ' s="7"', ' s=""', ' s="-1"'),
    type: fc.constantFrom("", ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t = "s"'),
    more: fc.constantFrom("", " ", ' cm="1"', ' xr:r="Z9"'),
    value: fc.constantFrom(
      "<v>0</v>",
      "<v>3</v>",
      "<v>4</v>",
      "<v>-1.5</v>",
      "<v>44951.612488425926</v>",
      "<v> 2 </v>",
      "<v>1<!-- one -->2</v>",
      "<v><![CDATA[2]]></v>",
      "<v></v>",
      "<v/>",
      "<f>A1</f><v>1</v>",
      "<v>1</v><extLst/>",
      "",
    ),
    after: fc.constantFrom("", "", "", "\n  ", "<!-- a note -->", "\n<!-- a note -->"),
  })
  .map(({ address, style, type, more, value, after }) => {
    const tag = `<c${address}${style}${type}${more}`;
    return `${value === "" ? `${tag}/>` : `${tag}>${value}</c>`}${after}`;
  });

test("a cell that is read in one go is the cell that the scanner finds step by step", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), fc.integer({ min: 1, max: 200 }), (cells, pieceBytes) => {
      const xml = sheetXml(`<row r="1">${cells.join("")}</row><row>${cells.join("")}</row>`);
      expect(outcomeOf(xml, pieceBytes)).toEqual(outcomeOf(prefixed(xml), 1_000_000));
    }),
  );
});

test("a part that ends within a cell is refused", () => {
  for (const rest of ['<c r="B1"', '<c r="B1"><v>1', '<c r="B1"><v>1</v>', '<c r="B1"><v>1</v></'])
    expect(() => cellsOf(`<worksheet><sheetData><row r="1">${rest}`, 1_000)).toThrow("part sheet1.xml");
});
