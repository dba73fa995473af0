import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/**
 * The settlement (结算) of a deal. Trading §7. Later instalments keep arriving while the certificate is made out and after the
 * first part was released; a receipt never moves those states.
 */
export const SETTLEMENT_MOVES = [
  // from                event                by          to
  ["DUE",               "applyDeposit",       "clock",    "PART"],
  ["DUE",               "receivePart",        "bank",     "PART"],
  ["DUE",               "receiveLast",        "bank",     "FULL"],
  ["DUE",               "fallOverdue",        "clock",    "BREACH"],
  ["PART",              "receivePart",        "bank",     "PART"],
  ["PART",              "receiveLast",        "bank",     "FULL"],
  ["PART",              "fallOverdue",        "clock",    "BREACH"],
  ["PART",              "requestCertificate", "clock",    "CERTIFY"], // the first part as agreed has come
  ["FULL",              "requestCertificate", "clock",    "CERTIFY"],
  ["BREACH",            "receivePart",        "bank",     "BREACH"], // arrears remain
  ["BREACH",            "cure",               "bank",     "PART"], // arrears and interest paid
  ["BREACH",            "receiveLast",        "bank",     "FULL"],
  ["BREACH",            "default",            "operator", "DEFAULT"], // what came goes back, but for the deposit
  ["CERTIFY",           "receivePart",        "bank",     "CERTIFY"],
  ["CERTIFY",           "certify",            "operator", "PAYABLE_TO_SELLER"],
  ["PAYABLE_TO_SELLER", "receivePart",        "bank",     "PAYABLE_TO_SELLER"],
  ["PAYABLE_TO_SELLER", "release",            "operator", "RELEASED"], // right registered or handover signed
  ["RELEASED",          "receivePart",        "bank",     "RELEASED"], // a later instalment or royalty, passed on
  ["DUE",               "annul",              "operator", "UNWIND"],
  ["PART",              "annul",              "operator", "UNWIND"],
  ["FULL",              "annul",              "operator", "UNWIND"],
  ["BREACH",            "annul",              "operator", "UNWIND"],
  ["CERTIFY",           "annul",              "operator", "UNWIND"],
  ["PAYABLE_TO_SELLER", "annul",              "operator", "UNWIND"],
  ["RELEASED",          "annul",              "operator", "UNWIND"],
] as const satisfies readonly Move[];

export type SettlementState = StateOf<typeof SETTLEMENT_MOVES>;
export type SettlementEvent = EventOf<typeof SETTLEMENT_MOVES>;
