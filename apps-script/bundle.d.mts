export function footerOf(source: string): string;
export function serverCode(): Promise<string>;
export function sidebarPage(): Promise<string>;
