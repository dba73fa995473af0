import { randomUUID } from "node:crypto";
import { confirmAuction, openBidDesk, verifyAuction } from "@ttx/domain/auction";
import { draftContract as draftDealContract, signDeal } from "@ttx/domain/deal";
import { acceptFile, registerContract, submitContract, verifyRegistration } from "@ttx/domain/recognition";
import { editContract } from "@ttx/domain/contract";
import { confirmReview } from "@ttx/domain/review";
import { ANONYMOUS, type PersonActor } from "@ttx/domain/shared/actor";
import { execute, read } from "@ttx/domain/shared/execute";
import { moveClockTo } from "@ttx/domain/testing/clock";
import { answersAsFiled, anOffice, aDocument, aProvinceAdministrator, type Office } from "@ttx/domain/testing/contracts";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { contractDraft, aClearedNotice, aSignedDeal } from "@ttx/domain/testing/deals";
import { aListedListing, anAdmittedIntent, aSeller } from "@ttx/domain/testing/listings";
import { anOrigin } from "@ttx/domain/testing/origin";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pump } from "./pump.ts";

describe("the main job: from a listed result to a registered and reviewed contract", () => {
  let db: TestDatabase;
  let office: Office;
  let province: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db, { divisionCode: "330106", jurisdiction: "330106" });
    province = await aProvinceAdministrator(db);
  });
  afterAll(() => db.drop());

  /** The seller completes the file that the deal has opened, and files it. */
  async function fileContract(dealId: string, seller: PersonActor): Promise<string> {
    const { id } = await db.db.contract.findFirstOrThrow({ where: { dealId } });
    const { version } = await db.db.contract.findUniqueOrThrow({ where: { id } });
    const attachments = await Promise.all(["A01", "A04", "A05", "A09"].map(async (code) => ({ code, documentId: await aDocument(db, seller, `${code}.pdf`) })));
        await execute(db, editContract, seller, {
      contractId: id,
      version,
      objective: "10",
      industry: "34",
      payment: "1",
      responsible: "负责人",
      expectedInvestment: "100000",
      expectedOutput: "900000",
      attachments,
    }, anOrigin());
    await execute(db, submitContract, seller, { contractId: id, truthDeclared: true }, anOrigin());
    return id;
  }

  async function register(contractId: string): Promise<{ registrationNo: string; verifyCode: string }> {
    await execute(db, acceptFile, office.registrar, { contractId }, anOrigin());
    const { registrationNo, verifyCode } = await execute(db, registerContract, office.registrar, { contractId, answers: await answersAsFiled(db, contractId) }, anOrigin());
    return { registrationNo: registrationNo!, verifyCode: verifyCode! };
  }

  const totals = async () => {
    const { _sum } = await db.db.statisticsDifference.aggregate({ _sum: { contracts: true, turnoverFen: true } });
    return { contracts: _sum.contracts ?? 0, turnoverFen: _sum.turnoverFen ?? 0n };
  };

  it("by auction with three bidders", async () => {
    const seller = await aSeller(db, { divisionCode: "330106" });
    const listing = await aListedListing(db, { seller });
    const intents = [await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing)];
    await moveClockTo(db, new Date(listing.periodEndsAt.getTime() + 60_000));
    await pump(db);
    const lot = await db.db.auction.findFirstOrThrow({ where: { listingId: listing.id } });
    expect(lot.state).toBe("SCHEDULED");
    await moveClockTo(db, new Date(lot.freeStartsAt.getTime() + 1_000));
    await pump(db);

    const desk = openBidDesk(db);
    const bid = async (buyer: PersonActor, steps: bigint) => {
      const amountFen = lot.startPriceFen + steps * 10_000_000n;
      return desk.place(buyer, { auctionId: lot.id, amount: String(amountFen / 100n), requestId: randomUUID() }, anOrigin());
    };
    for (const [i, intent] of intents.entries()) expect((await bid(intent.buyer, BigInt(i))).verdict).toBe("ACCEPTED");
    const { endsAt, currentFen } = await db.db.auction.findUniqueOrThrow({ where: { id: lot.id } });
    await moveClockTo(db, new Date(endsAt.getTime() + 5_000));
    await pump(db);
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.id })).toMatchObject({ state: "RESULT", genuine: true });
    await execute(db, confirmAuction, listing.venue.auctioneer, { auctionId: lot.id, price: String(currentFen! / 100n) }, anOrigin());
    await pump(db);

    const deal = await db.db.deal.findFirstOrThrow({ where: { auctionId: lot.id } });
    const winner = intents[2]!.buyer;
    expect(deal).toMatchObject({ origin: "AUCTION", buyerId: winner.organisation!.id, priceFen: currentFen });
    const draft = await contractDraft(db, { dealId: deal.id, seller, price: String(currentFen! / 100n) } as never);
    const { contractHash } = await execute(db, draftDealContract, seller, draft, anOrigin());
    await execute(db, signDeal, winner, { dealId: deal.id, contractHash }, anOrigin());
    await execute(db, signDeal, seller, { dealId: deal.id, contractHash }, anOrigin());
    await pump(db);

    const before = await totals();
    const contractId = await fileContract(deal.id, seller);
    const { registrationNo, verifyCode } = await register(contractId);
    await pump(db);
    const after = await totals();
    expect(after.contracts - before.contracts).toBe(1);
    expect(after.turnoverFen - before.turnoverFen).toBe(currentFen);

    const review = await db.db.provincialReview.findUniqueOrThrow({ where: { contractId } });
    await execute(db, confirmReview, province, { reviewId: review.id, version: review.version, opinion: "材料齐全，认定无误。" }, anOrigin());
    expect(await db.db.provincialReview.findUniqueOrThrow({ where: { contractId } })).toMatchObject({ state: "CONFIRMED" });
    const proof = JSON.stringify(await read(db, verifyRegistration, ANONYMOUS, { registrationNo, verifyCode, code: verifyCode, number: registrationNo }));
    expect(proof).toContain(registrationNo);
  });

  it("by agreed price with its public notice", async () => {
    const cleared = await aClearedNotice(db);
    expect((await db.db.publicNotice.findUniqueOrThrow({ where: { id: cleared.noticeId } })).state).toBe("CLEARED");
    const deal = await aSignedDeal(db);
    await pump(db);
    const contractId = await fileContract(deal.dealId, deal.seller);
    const { registrationNo } = await register(contractId);
    await pump(db);
    expect(registrationNo).toMatch(/^20\d{2}3301\d{2}\d{6}$/);
  });
});
