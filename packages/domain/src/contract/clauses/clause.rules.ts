/** A place for what the form does not know. The form refuses a text that still has one. */
export function blank(what: string): string {
  return `【请填写：${what}】`;
}

export const BLANK = /【请填写：[^】]*】/;
