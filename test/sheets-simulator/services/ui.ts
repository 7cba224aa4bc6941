import { enumeration, Service } from "../service.ts";
import type { Execution, MenuState } from "../world.ts";
import type { HtmlOutput } from "./html.ts";

export class Ui extends Service {
  readonly className = "Ui";
  override readonly constants = {
    Button: enumeration("OK", "CANCEL", "YES", "NO", "CLOSE"),
    ButtonSet: enumeration("OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"),
  };
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  createMenu(caption: string): Menu {
    return new Menu(this.execution, caption);
  }

  createAddonMenu(): Menu {
    return new Menu(this.execution, "Add-on");
  }

  showSidebar(output: HtmlOutput): void {
    this.execution.world.screen.sidebar = { file: output.file, title: output.title };
  }

  showModalDialog(output: HtmlOutput, title: string): void {
    this.execution.world.screen.alerts.push({ title, text: output.file });
  }

  /** `alert(text)`, `alert(title, text, buttons)`; the answer is the next one prepared, else OK. */
  alert(...parts: string[]): string {
    const { screen } = this.execution.world;
    const [title, text] = parts.length >= 3 ? [parts[0] ?? "", parts[1] ?? ""] : ["", parts[0] ?? ""];
    screen.alerts.push({ title, text });
    return screen.answers.shift() ?? "OK";
  }
}

class Menu extends Service {
  readonly className = "Menu";
  private readonly execution: Execution;
  private state: MenuState;

  constructor(execution: Execution, caption: string) {
    super();
    this.execution = execution;
    this.state = { caption, items: [] };
  }

  addItem(caption: string, functionName: string): this {
    this.state = { ...this.state, items: [...this.state.items, { caption, functionName }] };
    return this;
  }

  addSeparator(): this {
    return this;
  }

  addToUi(): void {
    const { screen } = this.execution.world;
    screen.menus = [...screen.menus.filter((menu) => menu.caption !== this.state.caption), this.state];
  }
}
