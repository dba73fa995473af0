import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** As apps/portal/runtime/watch-answers.ts writes it. */
const NOT_AS_DOCUMENTED = "an answer is not as documented";

/** What the portals of a test run said about answers that are not what the API's documentation promises, each once. */
export function undocumentedAnswers(logFolder: string): string[] {
  if (!existsSync(logFolder)) return [];
  const lines = readdirSync(logFolder).filter((file) => /^portal(-\d+)?\.log$/.test(file)).flatMap((file) => readFileSync(path.join(logFolder, file), "utf8").split("\n"));
  return [...new Set(lines.filter((line) => line.includes(NOT_AS_DOCUMENTED)).flatMap((line) => (JSON.parse(line) as { faults: string[] }).faults))].sort();
}
