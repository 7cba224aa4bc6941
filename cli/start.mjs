// `npm start`: the report of the file that was named, or of the sample as it stood on its last day.
import { fileURLToPath } from "node:url";

const named = process.argv.slice(2);
const sample = ["samples/pipeline.xlsx", "--as-of", "2026-06-30"];
const namesNoFile = named.every((argument) => argument.startsWith("-") && argument !== "-");
const checkout = fileURLToPath(new URL("..", import.meta.url));

// npm runs its scripts in the checkout; a named file is meant from where the person stands.
process.chdir(namesNoFile ? checkout : (process.env.INIT_CWD ?? process.cwd()));
process.argv.splice(2, named.length, "report", ...(namesNoFile ? [...sample, ...named] : named));
await import("./dist/pipecast.cjs");
