/** Options of the command line, and what a person sets in a spreadsheet instead; the first that fits is taken. */
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [/--map "([^"=]+)=Your header"/g, 'a line "Column: $1" in Pipecast Settings'],
  [/--day-first or --month-first/g, 'the setting "Date order"'],
  [/--deals(?: SHEET| "[^"]*")?/g, 'the setting "Deals sheet"'],
  [/--history(?: SHEET)?/g, 'the setting "History sheet"'],
  [/--rate (\w+)=…/g, 'a line "Rate: $1" in Pipecast Settings'],
  [/--(?:pipeline|stages|currency|target|level)/g, "Pipecast Settings"],
];

/** A message of the engine, for somebody who has no command line: its options are called by their settings. */
export function settingWords(text: string): string {
  return SETTINGS.reduce((words, [option, setting]) => words.replace(option, setting), text);
}
