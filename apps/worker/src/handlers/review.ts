import { ContractRegistered, RegistrationReDecided } from "@ttx/domain/recognition";
import { openReview, takeAnswer } from "@ttx/domain/review";
import { act, on, type Handler } from "../handler.ts";

export const REVIEW_HANDLERS: readonly Handler[] = [
  on(ContractRegistered, "review.open", ({ payload }) => act(openReview, { contractId: payload.contractId })),
  on(RegistrationReDecided, "review.take-answer", ({ payload: { contractId, explanation, byId, decision } }) => act(takeAnswer, { contractId, explanation, byId, decision })),
];
