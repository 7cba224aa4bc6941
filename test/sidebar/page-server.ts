import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ChartState, cellOf, extentOf, type SheetState } from "../sheets-simulator/document.ts";
import { shownText } from "../sheets-simulator/shown-text.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";

/** The built sidebar beside the simulated spreadsheet, on this machine only. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface PageFiles {
  readonly sidebar: string;
  readonly page: string;
}

/** Rows that the page shows of a sheet. */
const SHOWN_ROWS = 200;

/** `google.script.run` as the sidebar knows it, carried to this server instead of to Google. */
const GOOGLE_SHIM = `<script>
(() => {
  const runner = (success, failure) => new Proxy({}, { get: (_, name) => {
    if (name === "withSuccessHandler") return (handle) => runner(handle, failure);
    if (name === "withFailureHandler") return (handle) => runner(success, handle);
    return (...values) => fetch("/call", { method: "POST", body: JSON.stringify({ name, values }) })
      .then((answer) => answer.json())
      .then(({ value, error }) => {
        if (error === undefined) success(value); else failure({ message: error });
        parent.postMessage("changed", "*");
      });
  } });
  window.google = { script: { run: runner(() => {}, () => {}) } };
})();
</script>`;

export async function servePage(simulator: SheetsSimulator, files: PageFiles, port = 0): Promise<PageServer> {
  const server = createServer((request, response) => {
    answer(simulator, files, request, response).catch((error: unknown) => {
      send(response, 500, "text/plain", String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${actual}/`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(
  simulator: SheetsSimulator,
  files: PageFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  switch (request.url) {
    case "/":
      return send(response, 200, "text/html", files.page);
    case "/sidebar.html":
      return send(response, 200, "text/html", files.sidebar.replace("<body>", `<body>${GOOGLE_SHIM}`));
    case "/grid":
      return send(response, 200, "application/json", JSON.stringify(gridOf(simulator)));
    case "/call":
      return send(response, 200, "application/json", JSON.stringify(call(simulator, JSON.parse(body))));
    case "/type": {
      const { sheet, a1, text } = JSON.parse(body);
      simulator.person.type(sheet, a1, text);
      return send(response, 200, "application/json", "{}");
    }
    default:
      return send(response, 404, "text/plain", "Not here.");
  }
}

function call(simulator: SheetsSimulator, { name, values }: { name: string; values: unknown[] }) {
  try {
    return { value: simulator.fromSidebar(name, ...values) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** What the page draws: texts as shown, looks, links, the selection. */
function gridOf({ world }: SheetsSimulator) {
  const { sheets, activeSheetId, selection } = world.document;
  return {
    activeSheetId,
    selection,
    sheets: sheets
      .filter(({ hidden }) => !hidden)
      .map((sheet) => ({
        id: sheet.id,
        name: sheet.name,
        frozenRows: sheet.frozenRows,
        widths: [...sheet.widths],
        columnCount: extentOf(sheet).lastColumn,
        charts: sheet.charts.map((chart) => chartOf(sheet, chart)),
        rowCount: extentOf(sheet).lastRow,
        rows: Array.from({ length: Math.min(SHOWN_ROWS, extentOf(sheet).lastRow) }, (_, row) =>
          Array.from(sheet.rows[row] ?? [], (cell) =>
            cell
              ? {
                  text: shownText(cell),
                  number: typeof cell.value === "number",
                  look: cell.look,
                  link: cell.link,
                }
              : null,
          ),
        ),
      })),
  };
}

/** A chart's title, place and figures: the page draws bars of its first series. */
function chartOf(sheet: SheetState, { options, position, ranges }: ChartState) {
  const [names, values] = ranges.map(({ row, column, rowCount }) =>
    Array.from({ length: rowCount }, (_, offset) => cellOf(sheet, row + offset, column)),
  );
  return {
    title: options.title,
    row: position.row - 1,
    column: position.column - 1,
    width: options.width,
    height: options.height,
    bars: (names ?? []).map((cell, index) => {
      const value = values?.[index];
      return { name: shownText(cell), value: Number(value?.value) || 0, text: value ? shownText(value) : "" };
    }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, code: number, type: string, text: string): void {
  response.writeHead(code, { "content-type": `${type}; charset=utf-8` }).end(text);
}
