/** 1980-01-01 00:00, the first time a zip file can hold. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;

/**
 * A copy of a zip file whose entries all carry the same time, so that the same content gives the same bytes.
 * For small files without an archive comment, as exceljs writes them.
 * @throws RangeError where the directory is not where such a file has it.
 */
export function fixedZipTime(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY)
    throw new RangeError("Not a plain zip file.");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) throw new RangeError("The zip directory is broken.");
    stamp(view, at + 12);
    stamp(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, DOS_TIME, true);
  view.setUint16(at + 2, DOS_DATE, true);
}
