import { Fault } from "./fault.ts";

/**
 * Runs a command's main function: a Fault ends as one sentence, anything else with its stack; both with exit code 1.
 * The process is ended by hand, because the schema engine leaves a timer of ten seconds behind.
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exit((await main()) ?? 0);
  } catch (error) {
    console.error(error instanceof Fault ? `✗ ${error.message}` : error);
    process.exit(1);
  }
}
