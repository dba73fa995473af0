import type { SignInOutcome } from "@ttx/domain/identity";
import { DomainError } from "@ttx/domain/shared/errors";

/** A failed sign-in was remembered and returned; over HTTP it is a refusal all the same. */
export function signedInOrRefused(outcome: SignInOutcome) {
  switch (outcome.outcome) {
    case "SIGNED_IN":
      return outcome;
    case "WRONG":
      throw new DomainError("SIGN_IN_WRONG", "unauthenticated");
    case "RESTING":
      throw new DomainError("SIGN_IN_RESTING", "too-many", { until: outcome.until });
    case "CODE_NEEDED":
      throw new DomainError("SECOND_FACTOR_CODE_NEEDED", "unauthenticated");
    case "CODE_WRONG":
      throw new DomainError("SECOND_FACTOR_CODE_WRONG", "unauthenticated");
  }
}
