// Builds the add-on: apps-script/dist/ = Code.js, sidebar.html, appsscript.json.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serverCode, sidebarPage } from "./bundle.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DIST = `${HERE}dist/`;

await mkdir(DIST, { recursive: true });
await Promise.all([
  serverCode().then((code) => writeFile(`${DIST}Code.js`, code)),
  sidebarPage().then((page) => writeFile(`${DIST}sidebar.html`, page)),
  copyFile(`${HERE}appsscript.json`, `${DIST}appsscript.json`),
]);
