import { runDomainCommand } from "./domain-command.ts";

/** Walks the chain of the audit log and names the first entry that does not fit. */
await runDomainCommand("packages/domain/commands/audit-verify.ts");
