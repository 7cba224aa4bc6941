import { escapedXml } from "../../cli/xlsx/xml-text.ts";
import { writeZip } from "../../cli/xlsx/zip-writer.ts";

const STAGES = ["Lead", "Qualification", "Proposal", "Negotiation"];
const OWNERS = Array.from({ length: 24 }, (_, index) => `Owner ${String.fromCharCode(65 + index)} – équipe`);
const SOURCES = ["Referral", "Web", "Event", "Outbound", "Partner"];
const DEAL_HEADERS = [
  "Deal ID",
  "Deal name",
  "Company",
  "Owner",
  "Stage",
  "Outcome",
  "Value",
  "Created",
  "Closed",
  "Expected close",
  "Source",
  "Probability",
  "Last activity",
  "Next step",
];
const HISTORY_HEADERS = ["Deal ID", "From", "To", "Changed"];
const FIRST_DAY = 44_562;
const AS_OF_DAY = 46_203;
/** Styles of the cells below, in the order of `cellXfs`. */
const DATE = 1;
const MONEY = 2;
const PERCENT = 3;

/** Numbers from 0 to 1, the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Writes rows as Excel does: shared texts, every cell with its address. */
class SheetWriter {
  readonly #pieces: string[] = [];
  readonly #shared: Map<string, number>;
  rowCount = 0;

  constructor(shared: Map<string, number>) {
    this.#shared = shared;
  }

  add(values: readonly (string | number | null)[], styles: ReadonlyMap<number, number>): void {
    this.rowCount++;
    const cells = values.map((value, column) => this.#cell(value, column, styles.get(column) ?? 0));
    this.#pieces.push(`<row r="${this.rowCount}" spans="1:${values.length}">${cells.join("")}</row>`);
  }

  part(): Buffer {
    const open =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    return Buffer.from(`${open}${this.#pieces.join("")}</sheetData></worksheet>`);
  }

  #cell(value: string | number | null, column: number, style: number): string {
    const place = `r="${String.fromCharCode(65 + column)}${this.rowCount}"${style > 0 ? ` s="${style}"` : ""}`;
    if (value === null) return `<c ${place}/>`;
    if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
    const index = this.#shared.get(value) ?? this.#shared.size;
    this.#shared.set(value, index);
    return `<c ${place} t="s"><v>${index}</v></c>`;
  }
}

/** As many as Excel has. */
export const FULL_SHEET_ROWS = 1_048_576;

/** The same with as many deals as it takes to fill the sheet of changes to its last row. */
export function fullSheetWorkbook(): Buffer {
  return workbookOf((_, { rowCount }) => rowCount < FULL_SHEET_ROWS);
}

/** A workbook of so many deals and five changes of stage for each, drawn from a fixed seed. */
export function benchWorkbook(deals: number): Buffer {
  return workbookOf((index) => index < deals);
}

function workbookOf(hasDeal: (index: number, history: SheetWriter) => boolean): Buffer {
  const random = seeded(7);
  const shared = new Map<string, number>();
  const dealSheet = new SheetWriter(shared);
  const historySheet = new SheetWriter(shared);
  dealSheet.add(DEAL_HEADERS, new Map());
  historySheet.add(HISTORY_HEADERS, new Map());
  for (let index = 0; hasDeal(index, historySheet); index++) addDeal(index, random, dealSheet, historySheet);
  return packageOf([...shared.keys()], dealSheet.part(), historySheet.part());
}

function addDeal(index: number, random: () => number, deals: SheetWriter, history: SheetWriter): void {
  const pick = (choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] ?? "";
  const id = `D-${String(index + 1).padStart(6, "0")}`;
  const created = FIRST_DAY + Math.floor(random() * (AS_OF_DAY - FIRST_DAY - 10));
  let day = created;
  let from: string | null = null;
  const reached = [...STAGES, random() < 0.4 ? "Won" : "Lost"];
  let current = "Lead";
  for (const stage of reached) {
    if (day > AS_OF_DAY || history.rowCount >= FULL_SHEET_ROWS) break;
    history.add([id, from, stage, day + Math.floor(random() * 86_400) / 86_400], new Map([[3, DATE]]));
    current = stage;
    from = stage;
    day += 1 + Math.floor(random() * 40);
  }
  const closed = current === "Won" || current === "Lost";
  deals.add(
    [
      id,
      `Deal ${index + 1} – ${pick(["new", "renewal", "upgrade"])}`,
      `Customer ${Math.floor(random() * 30_000)} & Söhne`,
      pick(OWNERS),
      current,
      closed ? current : "Open",
      Math.round(random() * 5_000_000) / 100,
      created,
      closed ? Math.min(day, AS_OF_DAY) : null,
      created + 90,
      pick(SOURCES),
      Math.round(random() * 20) / 20,
      Math.min(day, AS_OF_DAY),
      closed ? null : "Call back",
    ],
    new Map([
      [6, MONEY],
      [7, DATE],
      [8, DATE],
      [9, DATE],
      [11, PERCENT],
      [12, DATE],
    ]),
  );
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function packageOf(texts: readonly string[], deals: Buffer, history: Buffer): Buffer {
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (items: string): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items}</Relationships>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const items = texts.map((text) => `<si><t>${escapedXml(text)}</t></si>`).join("");
  const parts: [string, string | Buffer][] = [
    [
      "[Content_Types].xml",
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook.xml", "sheet.main")}${override("worksheets/sheet1.xml", "worksheet")}${override("worksheets/sheet2.xml", "worksheet")}${override("styles.xml", "styles")}${override("sharedStrings.xml", "sharedStrings")}</Types>`,
    ],
    ["_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/><sheet name="Stage history" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations(
        relation(1, "worksheet", "worksheets/sheet1.xml") +
          relation(2, "worksheet", "worksheets/sheet2.xml") +
          relation(3, "styles", "styles.xml") +
          relation(4, "sharedStrings", "sharedStrings.xml"),
      ),
    ],
    ["xl/styles.xml", `${DECLARATION}${STYLES}`],
    [
      "xl/sharedStrings.xml",
      `${DECLARATION}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${items}</sst>`,
    ],
    ["xl/worksheets/sheet1.xml", deals],
    ["xl/worksheets/sheet2.xml", history],
  ];
  return writeZip(parts.map(([name, content]) => ({ name, bytes: Buffer.from(content) })));
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[$€-407]\\ #,##0.00"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
