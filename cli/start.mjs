// `npm start`: the report of the file that was named, or of the sample as it stood on its last day.
const named = process.argv.slice(2);
const sample = ["samples/pipeline.xlsx", "--as-of", "2026-06-30"];
const namesNoFile = named.every((argument) => argument.startsWith("-") && argument !== "-");
process.argv.splice(2, named.length, "report", ...(namesNoFile ? [...sample, ...named] : named));
await import("./dist/pipecast.js");
