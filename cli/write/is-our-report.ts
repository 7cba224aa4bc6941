import { ZipPackage } from "../xlsx/zip-package.ts";

const CORE = "docProps/core.xml";
const SHEETS = "xl/workbook.xml";
/** Both parts are a few kilobytes in a report; a larger one is not ours and not worth unpacking. */
const LARGEST_PART = 1_000_000;

/**
 * Whether a workbook is a report that Pipecast wrote: its properties name Pipecast as the creator, and every
 * sheet is one of the report's. So a person's own workbook is never taken for a report and replaced.
 */
export function isOurReport(bytes: Uint8Array): boolean {
  const [core, workbook] = readParts(bytes);
  const creator = /<dc:creator>([^<]*)<\/dc:creator>/.exec(core)?.[1];
  const sheets = [...workbook.matchAll(/<sheet\b[^<>]*?\bname="([^"]*)"/g)];
  return (
    creator === "Pipecast" && sheets.length > 0 && sheets.every(([, name]) => name?.startsWith("Pipecast "))
  );
}

/** Both empty where the file is no workbook. */
function readParts(bytes: Uint8Array): readonly [core: string, workbook: string] {
  try {
    const file = new ZipPackage(bytes);
    const [core, workbook] = [CORE, SHEETS].map((name) => file.read(name, LARGEST_PART).toString());
    return [core ?? "", workbook ?? ""];
  } catch {
    return ["", ""];
  }
}
