import type { DoorOptions } from "../src/door/door.ts";
import { answerFaults } from "../src/openapi/answer-faults.ts";

/** For a door in a test: an answer that is not what the documentation says becomes a defect, and the caller sees 500. */
export const asDocumented: Pick<DoorOptions, "onAnswer"> = {
  onAnswer(endpoint, status, body) {
    const faults = answerFaults(endpoint, status, body);
    if (faults.length > 0) throw new Error(`${faults.join("\n")}\nIf the answer is right: npm run openapi:answers`);
  },
};
