import { readFileSync } from "node:fs";
import exceljs from "exceljs";

const STAGES = ["Lead", "Qualification", "Proposal", "Negotiation"];
const FIRST_YEAR = 2022;
const MONTHS = 54;

/** The history of a CSV file as a workbook; with formulas for the aggregates on its first sheet, as a person would write them. */
export async function writeHistoryWorkbook(csv: string, path: string, hasFormulas: boolean): Promise<void> {
  const [header = "", ...lines] = readFileSync(csv, "utf8").trimEnd().split("\n");
  const workbook = new exceljs.Workbook();
  if (hasFormulas) addAggregates(workbook.addWorksheet("Aggregates"), lines.length + 1);
  const sheet = workbook.addWorksheet("Changes");
  sheet.addRow([...header.split(","), ...(hasFormulas ? ["Next", "Days"] : [])]);
  for (const [index, line] of lines.entries()) {
    const [id = "", stage = "", moved = "", owner = "", source = "", value = ""] = line.split(",");
    const cells = [id, stage, new Date(`${moved.replace(" ", "T")}Z`), owner, source, Number(value)];
    sheet.addRow([...cells, ...(hasFormulas ? stayFormulas(index + 2) : [])]);
  }
  await workbook.xlsx.writeFile(path);
}

/** The stage that the deal went to next, and the days until then. */
function stayFormulas(row: number): readonly { readonly formula: string }[] {
  const isSame = `A${row + 1}=A${row}`;
  return [{ formula: `IF(${isSame},B${row + 1},"-")` }, { formula: `IF(${isSame},C${row + 1}-C${row},"-")` }];
}

function addAggregates(sheet: exceljs.Worksheet, endRow: number): void {
  const column = (letter: string): string => `Changes!$${letter}$2:$${letter}$${endRow}`;
  STAGES.forEach((stage, index) => {
    const row = index + 1;
    const of = `${column("B")},A${row}`;
    sheet.getCell(`A${row}`).value = stage;
    sheet.getCell(`B${row}`).value = { formula: `COUNTIF(${of})` };
    const lost = `COUNTIFS(${of},${column("G")},"Lost")`;
    const decided = `COUNTIFS(${of},${column("G")},"<>-")`;
    sheet.getCell(`C${row}`).value = { formula: `(${decided}-${lost})/${decided}` };
    const stays = `IF(${column("B")}=A${row},IF(ISNUMBER(${column("H")}),${column("H")}))`;
    sheet.getCell(`D${row}`).value = {
      formula: `MEDIAN(${stays})`,
      shareType: "array",
      ref: `D${row}`,
    } as exceljs.CellValue;
  });
  for (let month = 0; month < MONTHS; month++) {
    const row = STAGES.length + 1 + month;
    const [year, number] = [FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1];
    const from = `DATE(${year},${number},1)`;
    const until = `DATE(${year},${number + 1},1)`;
    sheet.getCell(`A${row}`).value = `${year}-${String(number).padStart(2, "0")}`;
    sheet.getCell(`B${row}`).value = {
      formula: `SUMIFS(${column("F")},${column("B")},"Won",${column("C")},">="&${from},${column("C")},"<"&${until})`,
    };
  }
}
