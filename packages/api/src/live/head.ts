import type { ServerResponse } from "node:http";

/** What every answer of a server says, in pairs as node:http takes them: name, value, name, value … */
export type Head = readonly string[];

/** Written in one go: headers set one by one are kept with the answer as long as it lasts, which is a good part of what a stream weighs. */
export function sendHead(response: ServerResponse, status: number, head: Head, own: Readonly<Record<string, string>>): void {
  response.writeHead(status, [...head, ...Object.entries(own).flat()]);
}
