import { runCommand } from "./run-command.ts";
import { runExchange } from "./run-exchange.ts";

await runCommand(() => runExchange({ development: false }));
