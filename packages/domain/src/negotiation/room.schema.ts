import { z } from "zod";
import { DealTerms } from "../terms/index.ts";
import { Id, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** Why a buyer turns an offer down (未达成原因). */
export const REFUSAL_REASONS = [
  "TOO_EARLY", "ADVANTAGE_UNCLEAR", "ROUTE_UNCLEAR", "DESCRIPTION_UNCLEAR", "PRICE", "TERMS", "RIGHTS_UNCERTAIN", "NO_BUDGET", "OTHER_SOLUTION", "OTHER",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const ENTRY_KINDS = [
  "OPENED", "MANAGER_CAME", "AGREEMENT_CHANGED", "SIGNED", "ROOM_OPEN", "MESSAGE", "OFFER", "OFFER_ACCEPTED", "OFFER_REFUSED", "OFFER_WITHDRAWN", "AGREED", "DOCUMENT_SHOWN", "DOCUMENT_WITHDRAWN",
  "EXPORTED", "CARRIED_ON", "CLOSED", "LAPSED", "REMINDED",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

const AgreementText = prose(20_000, 200);

export const OpenRoomInput = z.object({
  resultId: Id,
  /** The buyer, when the seller or the seller's manager invites; left out when one's own organisation buys. */
  buyerId: Id.optional(),
  /** The mandate under which a manager acts. */
  mandateId: Id.optional(),
  /** The non-disclosure agreement; the standard text unless given. */
  agreement: AgreementText.optional(),
});
export const RoomIdInput = z.object({ roomId: Id });
export const BringManagerInput = z.object({ roomId: Id, mandateId: Id });
export const ChangeAgreementInput = z.object({ roomId: Id, text: AgreementText });
/** The version and hash that the signer had before him: he signs these and no other. */
export const SignAgreementInput = z.object({ roomId: Id, agreementNo: z.coerce.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export const SayInput = z.object({ roomId: Id, text: prose(4_000, 1) });
export const MakeOfferInput = z.object({ roomId: Id, terms: DealTerms, note: prose(1_000).default(""), validDays: z.coerce.number().int().min(1).max(90).default(15) });

const OfferNo = z.object({ roomId: Id, offerNo: z.coerce.number().int().min(1) });
export const AcceptOfferInput = OfferNo.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
export const RefuseOfferInput = OfferNo.extend({ reason: z.enum(REFUSAL_REASONS).optional(), note: prose(1_000).default("") });
export const WithdrawOfferInput = OfferNo;
export const CloseRoomInput = z.object({ roomId: Id, reason: z.enum(REFUSAL_REASONS).optional(), note: prose(1_000).default("") });

export const ShowDocumentInput = z.object({ roomId: Id, documentId: Id, viewers: z.array(Id).max(10) });
export const RoomDocumentInput = z.object({ roomId: Id, documentNo: z.coerce.number().int().min(1) });
export const RoomDueInput = z.object({ roomId: Id, dueAt: z.coerce.date() });

export const ROOM_TABS = ["running", "past"] as const;
export const ListRoomsInput = PageInput.extend({ tab: z.enum(ROOM_TABS).default("running") });
