import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";

export class HtmlService extends Service {
  readonly className = "HtmlService";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  createHtmlOutputFromFile(file: string): HtmlOutput {
    const content = this.execution.world.htmlFiles.get(file);
    if (content === undefined) throw new ServiceError(`No HTML file named ${file} was found.`);
    return new HtmlOutput(file, content);
  }
}

export class HtmlOutput extends Service {
  readonly className = "HtmlOutput";
  readonly file: string;
  title = "";
  private readonly content: string;

  constructor(file: string, content: string) {
    super();
    this.file = file;
    this.content = content;
  }

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  getContent(): string {
    return this.content;
  }
}
