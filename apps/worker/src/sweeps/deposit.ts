import { expireDeposit, refundDeposit, remindOfRuling } from "@ttx/domain/deposit";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const DEPOSIT_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue("deposit.expire", (depositId, dueAt) => act(expireDeposit, { depositId, dueAt })),
  whenDue("deposit.appeal-over", (depositId) => act(remindOfRuling, { depositId })),
  whenDue("deposit.refund", (refundId) => act(refundDeposit, { refundId })),
];
