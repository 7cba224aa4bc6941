// Bundles the command line into one file that Node runs; its libraries stay outside, in node_modules.
import { build } from "esbuild";

await build({
  entryPoints: ["cli/pipecast.ts"],
  outfile: "cli/dist/pipecast.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  banner: { js: "#!/usr/bin/env node" },
  logLevel: "warning",
});
