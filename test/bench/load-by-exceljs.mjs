// Loads a workbook with exceljs: the measure of the others.
import exceljs from "exceljs";

const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
process.stdout.write(`${workbook.worksheets.map((sheet) => sheet.rowCount).join(" ")}\n`);
