import type { DoorOptions } from "@ttx/api";
import { deps } from "#runtime/deps.ts";
import { log } from "#runtime/log.ts";

/** The end-to-end tests look for these words in the portals' logs. */
export const NOT_AS_DOCUMENTED = "an answer is not as documented";

/** In test mode every answer is held against the API's documentation; elsewhere nothing of it is loaded. */
export async function watchAnswers(): Promise<Pick<DoorOptions, "onAnswer">> {
  if (deps().config.mode !== "test") return {};
  const { answerFaults } = await import("@ttx/api/answer-faults");
  return {
    onAnswer(endpoint, status, body) {
      const faults = answerFaults(endpoint, status, body);
      if (faults.length > 0) log.error({ faults }, NOT_AS_DOCUMENTED);
    },
  };
}
