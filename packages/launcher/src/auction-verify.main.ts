import { runDomainCommand } from "./domain-command.ts";

/** Replays the logs of auctions from their announcements and names the first entry that does not fit. */
await runDomainCommand("packages/domain/commands/auction-verify.ts");
