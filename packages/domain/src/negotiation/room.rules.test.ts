import { describe, expect, it } from "vitest";
import { acceptRefusal, awaitedSides, bothAccept, refusalRefusal, type OfferFacts } from "./room.rules.ts";

const NOW = new Date("2026-03-02T02:00:00Z");
const LATER = new Date("2026-03-12T02:00:00Z");
const sellersOffer: OfferFacts = { state: "OPEN", validUntil: LATER, side: "SELLER", sellerAccepted: true, buyerAccepted: false };
const managersOffer: OfferFacts = { ...sellersOffer, sellerAccepted: false };

describe("T5 offers", () => {
  it.each([
    ["the buyer in time", sellersOffer, "BUYER", NOW, undefined],
    ["the seller of his own", sellersOffer, "SELLER", NOW, "OFFER_ACCEPTED_ALREADY"],
    ["the seller of what his manager offered", managersOffer, "SELLER", NOW, undefined],
    ["at the very end", sellersOffer, "BUYER", LATER, "OFFER_RUN_OUT"],
    ["one that was countered", { ...sellersOffer, state: "COUNTERED" }, "BUYER", NOW, "OFFER_NOT_OPEN"],
  ] as const)("T5 accept: %s", (_case, offer, by, now, refusal) => {
    expect(acceptRefusal(offer, by, now)).toBe(refusal);
  });

  it("T5 accept: agreement takes both principals, also where a manager made the offer", () => {
    expect([bothAccept(sellersOffer, "BUYER"), bothAccept(managersOffer, "BUYER"), bothAccept({ ...managersOffer, buyerAccepted: true }, "SELLER")]).toEqual([true, false, true]);
  });

  it("T5 refuse: only what the other side offered, while it is open", () => {
    expect([refusalRefusal(sellersOffer, "BUYER"), refusalRefusal(sellersOffer, "SELLER"), refusalRefusal({ ...sellersOffer, state: "REFUSED" }, "BUYER")]).toEqual([undefined, "OFFER_IS_YOURS", "OFFER_NOT_OPEN"]);
  });

  it.each([
    [{ state: "INVITED", signed: ["BUYER"], openOffer: null }, ["SELLER"]],
    [{ state: "OPEN", signed: ["BUYER", "SELLER"], openOffer: null }, []],
    [{ state: "OPEN", signed: ["BUYER", "SELLER"], openOffer: sellersOffer }, ["BUYER"]],
    [{ state: "OPEN", signed: ["BUYER", "SELLER"], openOffer: managersOffer }, ["SELLER", "BUYER"]],
    [{ state: "AGREED", signed: ["BUYER", "SELLER"], openOffer: null }, ["SELLER"]],
    [{ state: "CLOSED", signed: [], openOffer: null }, []],
  ] as const)("T5 reminders: %j waits for %j", (facts, sides) => {
    expect(awaitedSides(facts)).toEqual(sides);
  });
});
