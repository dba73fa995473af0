import { remindOfReview } from "@ttx/domain/review";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const REVIEW_DUE_HANDLERS: readonly DueHandler[] = [whenDue("review.remind", (reviewId, dueAt) => act(remindOfReview, { reviewId, dueAt }))];
