import { z } from "zod";
import { DomainError } from "../shared/errors.ts";

/** A contract as it stood when the rule ran. Amounts are decimal text of fen. */
const Record = z.object({
  contractId: z.string(),
  registrationNo: z.string().nullable(),
  projectName: z.string(),
  seller: z.string(),
  buyer: z.string(),
  turnoverFen: z.string(),
  technicalFen: z.string(),
  signedOn: z.string(),
  registeredOn: z.string().nullable(),
  office: z.string(),
});

/** What led to an alert, kept with it: version of the rule, its inputs, the numbers, what was compared. */
export const Evidence = z.object({
  ruleVersion: z.string(),
  ranAt: z.string(),
  numbers: z.record(z.string(), z.union([z.string(), z.number()])),
  records: z.array(Record),
});
export type Evidence = z.infer<typeof Evidence>;

/** The stored evidence; a row that does not fit is a defect, not something to be shown in part. */
export function evidenceFrom(stored: unknown): Evidence {
  const parsed = Evidence.safeParse(stored);
  if (!parsed.success) throw new DomainError("EVIDENCE_UNREADABLE", "conflict");
  return parsed.data;
}

/** The name of the contract that an alert is about: the newest of its records. */
export function alertSubject(stored: unknown): string {
  return evidenceFrom(stored).records.at(-1)?.projectName ?? "";
}
