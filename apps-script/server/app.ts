import type { Answer, SettingValues, SidebarView } from "../server-api.ts";
import { activeBook, readBook } from "./analyse-book.ts";
import { analyseRanges, answerCell, forecastTable, reportTable } from "./custom-functions.ts";
import { recordEdit } from "./record-edit.ts";
import { refresh } from "./refresh.ts";
import { saveSettingValues } from "./save-settings.ts";
import { setUp } from "./set-up.ts";
import { viewOf, viewOfAnalysis } from "./sidebar-view.ts";
import { memory } from "./store.ts";
import { setRecording, setTimedJob } from "./switches.ts";
import { noteOpened, runDailyRefresh, runReminders } from "./timed-jobs.ts";
import { UserError } from "./user-error.ts";
import { HELP, MENU, plainMessage, sheetMissing, TEXTS } from "./wording.ts";

// Everything that Google calls by name: each export becomes a function at the top level of Code.js.

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;
type OpenEvent = GoogleAppsScript.Events.SheetsOnOpen;

/** Builds the menu. Before an add-on is used in a file it may do nothing else. */
export function onOpen(event?: OpenEvent): void {
  SpreadsheetApp.getUi()
    .createMenu(MENU.title)
    .addItem(MENU.sidebar, "openSidebar")
    .addItem(MENU.refresh, "refreshForecast")
    .addSeparator()
    .addItem(MENU.setUp, "setUpSpreadsheet")
    .addItem(MENU.recording, "toggleRecording")
    .addItem(MENU.reminders, "toggleReminders")
    .addSeparator()
    .addItem(MENU.help, "showHelp")
    .addToUi();
  if (event && event.authMode !== ScriptApp.AuthMode.NONE) noteOpened();
}

export function onInstall(event?: OpenEvent): void {
  onOpen(event);
}

/** A simple trigger: what fails here must never stop a person from typing. */
export function onEdit(event?: EditEvent): void {
  if (!event?.range) return;
  try {
    recordEdit(event);
  } catch (error) {
    console.error(plainMessage(error));
  }
}

export function openSidebar(): void {
  fromMenu(() => {
    const page = HtmlService.createHtmlOutputFromFile("sidebar").setTitle(MENU.title);
    SpreadsheetApp.getUi().showSidebar(page);
    return null;
  });
}

export function refreshForecast(): void {
  fromMenu(() => {
    const { reading } = refresh("menu");
    reading.book.toast(TEXTS.refreshed);
    return null;
  });
}

export function setUpSpreadsheet(): void {
  const { ButtonSet, Button } = SpreadsheetApp.getUi();
  const answer = SpreadsheetApp.getUi().alert(MENU.title, TEXTS.askSetUp, ButtonSet.OK_CANCEL);
  if (answer !== Button.OK) return;
  fromMenu(() => {
    setUp(needsDeals());
    return null;
  });
  openSidebar();
}

export function toggleRecording(): void {
  fromMenu(() => {
    const on = memory().get("recording") === "";
    setRecording(on);
    return on ? TEXTS.recordingOn : TEXTS.recordingOff;
  });
}

export function toggleReminders(): void {
  fromMenu(() => {
    const on = memory().get("reminders") === "";
    setTimedJob("reminders", on);
    return on ? TEXTS.remindersOn : TEXTS.remindersOff;
  });
}

export function showHelp(): void {
  fromMenu(() => HELP);
}

/** Called by the daily trigger: no window is there, so the run's note tells what happened. */
export function timedRefresh(): void {
  runDailyRefresh();
}

export function timedReminders(): void {
  runReminders();
}

export function loadSidebar(): Answer<SidebarView> {
  return answer(currentView);
}

export function refreshFromSidebar(): Answer<SidebarView> {
  return answer(() => {
    const done = refresh("sidebar");
    return viewOfAnalysis(done.reading, done.memory, done.analysis);
  });
}

export function saveSettings(values: Partial<SettingValues>): Answer<SidebarView> {
  return answer(() => {
    saveSettingValues(values);
    return currentView();
  });
}

export function selectPlace(sheetName: string, cell: string | null): Answer<null> {
  return answer(() => {
    const sheet = activeBook().getSheetByName(sheetName);
    if (!sheet) throw new UserError(sheetMissing(sheetName));
    sheet.getRange(cell ?? "A1").activate();
    return null;
  });
}

export function switchRecording(on: boolean): Answer<SidebarView> {
  return answer(() => {
    setRecording(on);
    return currentView();
  });
}

export function switchReminders(on: boolean): Answer<SidebarView> {
  return answer(() => {
    setTimedJob("reminders", on);
    return currentView();
  });
}

export function switchDailyRefresh(on: boolean): Answer<SidebarView> {
  return answer(() => {
    setTimedJob("dailyRefresh", on);
    return currentView();
  });
}

export function setUpFromSidebar(): Answer<SidebarView> {
  return answer(() => {
    setUp(needsDeals());
    return currentView();
  });
}

/**
 * The forecast by period, with its interval and the chance of the target.
 * @param {A1:O500} deals Your deals, header row included.
 * @param {A1:F2000} history Optional: your stage changes, header row included.
 * @param {3} periods Optional: how many months.
 * @return A table, a row a period.
 * @customfunction
 */
export function PIPECAST_FORECAST(
  deals: unknown,
  history?: unknown,
  periods?: unknown,
): (string | number)[][] {
  return answerCell(() => forecastTable(deals, history, periods));
}

/**
 * How far deals get and how many go on, stage by stage.
 * @param {A1:O500} deals Your deals, header row included.
 * @param {A1:F2000} history Optional: your stage changes, header row included.
 * @return A table, a row a stage.
 * @customfunction
 */
export function PIPECAST_CONVERSION(deals: unknown, history?: unknown): (string | number)[][] {
  return answerCell(() => reportTable(analyseRanges(deals, history), "Pipecast Stages", "Funnel"));
}

/**
 * How long deals stay in each stage, in days.
 * @param {A1:O500} deals Your deals, header row included.
 * @param {A1:F2000} history Optional: your stage changes, header row included.
 * @return A table, a row a stage.
 * @customfunction
 */
export function PIPECAST_CYCLE(deals: unknown, history?: unknown): (string | number)[][] {
  return answerCell(() => reportTable(analyseRanges(deals, history), "Pipecast Stages", "Time in stage"));
}

function currentView(): SidebarView {
  return viewOf(readBook(activeBook()), memory());
}

/** Nothing here can be read as deals. */
function needsDeals(): boolean {
  return currentView().analysis === null;
}

function answer<T>(run: () => T): Answer<T> {
  try {
    return { ok: true, value: run() };
  } catch (error) {
    return { ok: false, message: plainMessage(error) };
  }
}

/** Runs a menu item; what it says, and what went wrong, is shown in a dialog. */
function fromMenu(run: () => string | null): void {
  const done = answer(run);
  const text = done.ok ? done.value : done.message;
  if (text !== null) SpreadsheetApp.getUi().alert(MENU.title, text, SpreadsheetApp.getUi().ButtonSet.OK);
}
