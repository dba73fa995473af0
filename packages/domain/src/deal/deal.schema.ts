import { z } from "zod";
import { DayText, Id, line, prose, YuanText } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const DealIdInput = z.object({ dealId: Id });
export const DealDueInput = z.object({ dealId: Id, dueAt: z.coerce.date() });
export const DEAL_TABS = ["open", "closed"] as const;
export type DealTab = (typeof DEAL_TABS)[number];
export const ListDealsInput = PageInput.extend({ tab: z.enum(DEAL_TABS).default("open") });

/** The terms that the seller means to sign; they must be those that were published. */
export const OpenDealInput = z.object({ noticeId: Id, price: YuanText });

/** Carries an agreement reached in talks on to a deal; only a seller that owes no public notice. */
export const OpenFromRoomInput = z.object({ roomId: Id });

const Award = z.object({ listingId: Id, intentId: Id, buyerId: Id, priceFen: z.coerce.bigint() });
export const OpenFromAuctionInput = Award.extend({ auctionId: Id, awardedAt: z.coerce.date() });
export const OpenFromSoleBuyerInput = Award.extend({ effectiveAt: z.coerce.date() });

const Term = z.object({ contractName: line(120, 4), validFrom: DayText, validTo: DayText });
const Instalments = z.array(z.object({ dueOn: DayText, amount: YuanText })).min(1).max(24);

function endsAfterItBegins({ validFrom, validTo }: { validFrom: string; validTo: string }, ctx: z.RefinementCtx): void {
  if (validTo < validFrom) ctx.addIssue({ code: "custom", path: ["validTo"], params: { code: "DEAL_TERM_BACKWARDS" } });
}

const Contract = Term.extend({ dealId: Id, instalments: Instalments });
export const ProposeContractInput = Contract.superRefine(endsAfterItBegins);
export const DraftContractInput = Contract.extend({ version: z.number().int().min(0), contractText: prose(60_000, 200) }).superRefine(endsAfterItBegins);

/** The hash of the contract that the signer had before him. */
export const SignDealInput = z.object({ dealId: Id, contractHash: z.string().regex(/^[0-9a-f]{64}$/), form: z.enum(["RELIABLE_ELECTRONIC", "SCANNED_ORIGINAL"]).default("RELIABLE_ELECTRONIC"), /** That the buyer is a small or medium firm, where the terms are for such only. */ declaresSme: z.boolean().default(false) });

const InstalmentNo = z.object({ dealId: Id, no: z.coerce.number().int().min(1).max(24) });
/** The instalment to be paid next, named so that nobody pays another than he read. */
export const PayDealInput = InstalmentNo;
export const ConfirmReceiptInput = InstalmentNo.extend({ receivedOn: DayText });

/** A payment that the account of the venue received for a price, as `PaymentReceived` tells it. */
export const ReceiveDealPaymentInput = z.object({ receiptId: Id });

export const DefaultDealInput = z.object({ dealId: Id, reason: prose(500, 10) });
/** The ruling that annuls it: number of the judgment, award or decision, and what it says. */
export const AnnulDealInput = z.object({ dealId: Id, ruling: line(120, 4), reason: prose(500, 10) });
/** Whether the object was sold again: the platform finds the price itself, and refuses an answer that its record contradicts. */
export const DistributeForfeitInput = z.object({ depositId: Id, resale: z.enum(["SOLD", "NONE"]), reason: prose(500, 4) });
