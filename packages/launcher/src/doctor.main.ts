import { examine } from "./doctor/checks.ts";
import { findingLine, summary } from "./doctor/findings.ts";
import { runCommand } from "./run-command.ts";

await runCommand(async () => {
  const findings = await examine(process.env, (finding) => console.log(findingLine(finding)));
  console.log(summary(findings));
  return findings.some(({ verdict }) => verdict === "bad") ? 1 : 0;
});
