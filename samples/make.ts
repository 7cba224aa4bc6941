import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sampleFiles } from "./files.ts";

/** `npm run samples` runs at the top of the repository. */
for (const [name, bytes] of await sampleFiles()) {
  const path = join("samples", name);
  await writeFile(path, bytes);
  console.log(`${path}: ${bytes.length} bytes`);
}
