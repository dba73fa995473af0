import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "./project.ts";
import type { Settings } from "./settings.ts";

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly person: string;
  readonly organisation: string;
  readonly role: string;
  readonly can: string;
}

const ACCOUNTS = path.join(PROJECT, "prisma/seed/demo-accounts.ts");

export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  if (!existsSync(ACCOUNTS)) return [];
  const { DEMO_ACCOUNTS } = (await import(pathToFileURL(ACCOUNTS).href)) as { DEMO_ACCOUNTS: readonly DemoAccount[] };
  return DEMO_ACCOUNTS;
}

/** Columns of a terminal that a text takes: Chinese characters take two. */
export function columns(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** One account a line: e-mail, password, who it is, and what can be tried with it. */
export function accountLines(accounts: readonly DemoAccount[]): string[] {
  const rows = accounts.map((account) => [account.email, account.password, `${account.person}, ${account.organisation} (${account.role})`, account.can]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => columns(row[column] ?? ""))));
  return rows.map((row) => `    ${row.map((cell, column) => (column < 3 ? padded(cell, widths[column] ?? 0) : cell)).join("  ")}`.trimEnd());
}

export async function announce(settings: Settings, started: string): Promise<void> {
  const accounts = settings.mode === "production" ? [] : await demoAccounts();
  const lines = ["", `  The technology exchange is open: ${settings.publicUrl}   (started in ${started}, mode ${settings.mode})`, ""];
  if (accounts.length > 0) lines.push("  Demo accounts (e-mail, password, who, what to try):", ...accountLines(accounts), "");
  lines.push("  Ctrl-C stops everything; the data is kept.", "");
  console.log(lines.join("\n"));
}
