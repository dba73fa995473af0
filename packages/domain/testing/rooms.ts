import { PDFDocument } from "pdf-lib";
import { acceptOffer, makeOffer, openRoom, readRoom, signAgreement } from "../src/negotiation/index.ts";
import type { OrganisationKind } from "../src/generated/enums.ts";
import type { PersonActor } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute, read } from "../src/shared/execute.ts";
import type { DealTermsInput } from "../src/terms/index.ts";
import { anOrigin } from "./origin.ts";
import { anOrganisation, aPerson } from "./people.ts";
import { aPublishedResult } from "./results.ts";

export type TestRoom = { readonly roomId: string; readonly resultId: string; readonly seller: PersonActor; readonly buyer: PersonActor };

export function saleTerms(price = "1200000", changes: Partial<DealTermsInput> = {}): DealTermsInput {
  return { tradeMode: "ASSIGNMENT", payment: { form: "LUMP_SUM", price, withinDays: 30 }, ...changes };
}

/** Talks about a result that is there already. */
type About = { readonly seller: PersonActor; readonly resultId: string };

/** A room that a buyer has asked for; nobody has signed. */
export async function anInvitedRoom(deps: Deps, sellerKind: OrganisationKind = "UNIVERSITY", about?: About): Promise<TestRoom> {
  const seller = about?.seller ?? (await aPerson(deps, await anOrganisation(deps, { kind: sellerKind }), ["SELLER"]));
  const { resultId } = about ?? (await aPublishedResult(deps, { seller }));
  const buyer = await aPerson(deps, await anOrganisation(deps), ["BUYER"]);
  const { roomId } = await execute(deps, openRoom, buyer, { resultId }, anOrigin());
  return { roomId, resultId, seller, buyer };
}

export async function sign(deps: Deps, roomId: string, who: PersonActor): Promise<{ readonly state: string }> {
  const { agreement } = await read(deps, readRoom, who, { roomId });
  return execute(deps, signAgreement, who, { roomId, agreementNo: agreement.no, hash: agreement.hash }, anOrigin());
}

/** A room in which both have signed. */
export async function anOpenRoom(deps: Deps, sellerKind: OrganisationKind = "UNIVERSITY", about?: About): Promise<TestRoom> {
  const room = await anInvitedRoom(deps, sellerKind, about);
  await sign(deps, room.roomId, room.buyer);
  await sign(deps, room.roomId, room.seller);
  return room;
}

/** A room in which the buyer has accepted what the seller offered. */
export async function anAgreedRoom(deps: Deps, sellerKind: OrganisationKind = "UNIVERSITY", terms: DealTermsInput = saleTerms(), about?: About): Promise<TestRoom> {
  const room = await anOpenRoom(deps, sellerKind, about);
  const { offerNo, hash } = await execute(deps, makeOffer, room.seller, { roomId: room.roomId, terms }, anOrigin());
  await execute(deps, acceptOffer, room.buyer, { roomId: room.roomId, offerNo, hash }, anOrigin());
  return room;
}

/** A PDF with pages, as it can be stamped. */
export async function aPagedPdf(pages = 2): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < pages; i += 1) pdf.addPage([595, 842]).drawText(`page ${i + 1} ${crypto.randomUUID()}`, { x: 60, y: 700 });
  return pdf.save();
}
