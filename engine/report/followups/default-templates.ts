/** The words of a message before its fields are filled in. */
export interface TemplateText {
  readonly subject: string;
  readonly text: string;
}

/** The name of the template for the mail that reminds an owner. */
export const REMINDER_TEMPLATE = "Reminder";
/** The name of the template for contacts of deals whose stage has none of its own. */
export const ANY_STAGE_TEMPLATE = "Any stage";
/** The name of the template for customers who are due for a call. */
export const AFTER_WIN_TEMPLATE = "After the win";

/** What is sent where the workbook has no template of that name. */
export const DEFAULT_TEMPLATES: ReadonlyMap<string, TemplateText> = new Map([
  [
    REMINDER_TEMPLATE,
    {
      subject: "{count} to look at today",
      text: "Hello {owner},\n\nthese deals need you:\n\n{deals}\n\nPlease set a next step for each, or close it.",
    },
  ],
  [
    ANY_STAGE_TEMPLATE,
    {
      subject: "{deal}: how shall we go on?",
      text: "Hello {customer},\n\nI am writing about {deal}. Is there anything you still need from us to decide?\n\nA short answer helps, even if it is a no for now.\n\nKind regards,\n{owner}",
    },
  ],
  [
    AFTER_WIN_TEMPLATE,
    {
      subject: "How is it going with {deal}?",
      text: "Hello {customer},\n\nit has been a while since we worked on {deal}. Is all well, and is there anything you would change?\n\nIf you know somebody who could use the same, I would be glad of an introduction.\n\nKind regards,\n{owner}",
    },
  ],
]);
