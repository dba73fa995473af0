import { z } from "zod";
import { Id, prose } from "../shared/input.ts";

/** A party that has asked in writing not to be named (拍卖法 21) stands in the certificate by a code. */
export const IssueCertificateInput = z.object({ dealId: Id, unnamedSeller: z.boolean().default(false), unnamedBuyer: z.boolean().default(false) });
export const RevokeCertificateInput = z.object({ certificateId: Id, reason: prose(500, 4) });
export const RevokeWithDealInput = z.object({ dealId: Id, reason: prose(500, 2) });

/** By the verify code printed in the QR code, or by number: the number alone shows that a certificate stands, the code shows what it says. */
export const VerifyCertificateInput = z
  .object({ no: z.string().trim().toUpperCase().max(30).optional(), code: z.string().trim().toUpperCase().max(40).optional() })
  .superRefine(({ no, code }, ctx) => {
    if (!no && !code) ctx.addIssue({ code: "custom", path: ["no"], params: { code: "CERTIFICATE_NO_OR_CODE" } });
  });

const Party = z.object({ name: z.string(), kind: z.string() });

/** What a certificate certifies (交易凭证事项), fixed at its issue; amounts are fen as text. Trading §7. */
export const CertifiedFacts = z.object({
  no: z.string(),
  dealNo: z.string(),
  venue: z.string(),
  method: z.enum(["AGREED", "LISTING_AGREED", "BIDDING", "AUCTION", "TENDER"]),
  listingNo: z.string().nullable(),
  noticeNo: z.string().nullable(),
  announcedOn: z.iso.date().nullable(),
  /** Absent from certificates issued before these were stated; what is absent stays so, since the hash is of what was issued. */
  announcedUntil: z.iso.date().nullable().optional(),
  territory: z.string().nullable().optional(),
  reserveMet: z.boolean().nullable().optional(),
  seller: Party,
  buyer: Party,
  result: z.string(),
  rights: z.array(z.object({ title: z.string(), number: z.string().nullable() })),
  tradeMode: z.string(),
  licenceKind: z.string().nullable(),
  licenceYears: z.number().nullable(),
  qualifiedBuyers: z.number().nullable(),
  bids: z.number().nullable(),
  startPriceFen: z.string().nullable(),
  priceFen: z.string(),
  receivedFen: z.string(),
  instalments: z.number(),
  contractName: z.string(),
  contractHash: z.string(),
  signedOn: z.iso.date(),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
  registrationNo: z.string().nullable(),
  issuedAt: z.iso.datetime(),
  replaces: z.string().nullable(),
});
export type CertifiedFacts = z.infer<typeof CertifiedFacts>;
