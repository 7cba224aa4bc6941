import type { Look } from "../document.ts";
import { Service } from "../service.ts";

export class TextStyle extends Service {
  readonly className = "TextStyle";
  readonly look: Look;

  constructor(look: Look) {
    super();
    this.look = look;
  }

  isBold(): boolean | null {
    return this.look.bold ?? null;
  }

  getFontSize(): number | null {
    return this.look.fontSize ?? null;
  }

  getForegroundColor(): string | null {
    return this.look.fontColor ?? null;
  }
}

export class TextStyleBuilder extends Service {
  readonly className = "TextStyleBuilder";
  private look: Look = {};

  setBold(bold: boolean): this {
    return this.with({ bold });
  }

  setItalic(italic: boolean): this {
    return this.with({ italic });
  }

  setUnderline(underline: boolean): this {
    return this.with({ underline });
  }

  setFontSize(fontSize: number): this {
    return this.with({ fontSize });
  }

  setFontFamily(fontFamily: string): this {
    return this.with({ fontFamily });
  }

  setForegroundColor(fontColor: string): this {
    return this.with({ fontColor });
  }

  build(): TextStyle {
    return new TextStyle(this.look);
  }

  private with(part: Look): this {
    this.look = { ...this.look, ...part };
    return this;
  }
}

export class RichTextValue extends Service {
  readonly className = "RichTextValue";
  readonly text: string;
  readonly link: string | null;
  readonly look: Look;

  constructor(text: string, link: string | null, look: Look) {
    super();
    this.text = text;
    this.link = link;
    this.look = look;
  }

  getText(): string {
    return this.text;
  }

  getLinkUrl(): string | null {
    return this.link;
  }
}

export class RichTextValueBuilder extends Service {
  readonly className = "RichTextValueBuilder";
  private text = "";
  private link: string | null = null;
  private look: Look = {};

  setText(text: string): this {
    this.text = text;
    return this;
  }

  setLinkUrl(link: string | null): this {
    this.link = link;
    return this;
  }

  setTextStyle(style: TextStyle): this {
    this.look = style.look;
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this.text, this.link, this.look);
  }
}
