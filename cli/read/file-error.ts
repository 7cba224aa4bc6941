/** A file that cannot be read or written: what is wrong and where, and what to do about it. */
export class FileError extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string, cause?: unknown) {
    super(what, { cause });
    this.name = "FileError";
    this.remedy = remedy;
  }
}

/** The code of a Node error such as `ENOENT`; "" where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
