import { unzipSync } from "fflate";

const CORE = "docProps/core.xml";
const SHEETS = "xl/workbook.xml";
/** Both parts are a few kilobytes in a report; a larger one is not ours and not worth unpacking. */
const LARGEST_PART = 1_000_000;

/**
 * Whether a workbook is a report that Pipecast wrote: its properties name Pipecast as the creator, and every
 * sheet is one of the report's. So a person's own workbook is never taken for a report and replaced.
 */
export function isOurReport(bytes: Uint8Array): boolean {
  const parts = readParts(bytes);
  const creator = /<dc:creator>([^<]*)<\/dc:creator>/.exec(parts.get(CORE) ?? "")?.[1];
  const sheets = [...(parts.get(SHEETS) ?? "").matchAll(/<sheet\b[^<>]*?\bname="([^"]*)"/g)];
  return (
    creator === "Pipecast" && sheets.length > 0 && sheets.every(([, name]) => name?.startsWith("Pipecast "))
  );
}

function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => (name === CORE || name === SHEETS) && originalSize < LARGEST_PART,
    });
    const decoder = new TextDecoder();
    return new Map(Object.entries(parts).map(([name, part]) => [name, decoder.decode(part)]));
  } catch {
    return new Map();
  }
}
