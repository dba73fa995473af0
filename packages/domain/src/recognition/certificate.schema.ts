import { z } from "zod";

/** What a certificate of registration (登记证明) says, as it is kept and hashed. Amounts are decimal text of fen. */
export const CertificateRecord = z.object({
  registrationNo: z.string(),
  edition: z.number().int(),
  contractId: z.string(),
  contractType: z.string(),
  projectName: z.string(),
  sellers: z.array(z.string()),
  buyers: z.array(z.string()),
  signedOn: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  registeredOn: z.string(),
  issuedOn: z.string(),
  turnoverFen: z.string(),
  technicalFen: z.string(),
  secret: z.enum(["none", "commercial"]),
  officeName: z.string(),
  officeDivision: z.string(),
  registrar: z.string(),
  secondReviewer: z.string().nullable(),
  ruleSet: z.string(),
});
export type CertificateRecord = z.infer<typeof CertificateRecord>;
