import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chrome or Chromium of this machine, else the one that npm installed with the tests. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find(existsSync);
  if (installed) return chromium.launch({ executablePath: installed, args: ["--no-sandbox"] });
  return launchPacked();
}

/** The browser inside `@sparticuz/chromium`; the variables make it bring its own libraries, into a folder of its own. */
export async function launchPacked(): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), "pipecast-browser-"));
  const before = { ...process.env };
  Object.assign(process.env, { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x", TMPDIR: folder });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    const env = { ...process.env, HOME: folder };
    const browser = await chromium.launch({ executablePath, args: packed.args, env });
    browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
    return browser;
  } finally {
    if (before.TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before.TMPDIR;
  }
}
