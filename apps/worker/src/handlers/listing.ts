import { DepositExpired, DepositHeld } from "@ttx/domain/deposit";
import { admitIntent, dropIntent } from "@ttx/domain/listing";
import { act, on, type Handler } from "../handler.ts";

export const LISTING_HANDLERS: readonly Handler[] = [
  on(DepositHeld, "intent.admit", ({ payload }) => act(admitIntent, { intentId: payload.intentId })),
  on(DepositExpired, "intent.drop", ({ payload }) => act(dropIntent, { intentId: payload.intentId, expiredAt: new Date(payload.expiredAt) })),
];
