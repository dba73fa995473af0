import { DomainError } from "../shared/errors.ts";
import { isUniqueViolation } from "../shared/retry.ts";
import type { Tx } from "../shared/database.ts";

type Wanted = { readonly email?: string | undefined; readonly phone?: string | null | undefined; readonly creditCode?: string | undefined };
type Paths = Readonly<Record<keyof Wanted, string>>;
type Own = { readonly personId?: string; readonly organisationId?: string };

/** Refuses what belongs to another account or organisation already, naming the fields. */
export async function demandFree(tx: Tx, wanted: Wanted, paths: Paths, own: Own = {}): Promise<void> {
  const otherPerson = own.personId === undefined ? {} : { id: { not: own.personId } };
  const otherOrganisation = own.organisationId === undefined ? {} : { id: { not: own.organisationId } };
  const [email, phone, creditCode] = [
    wanted.email ? await tx.person.count({ where: { email: wanted.email, ...otherPerson } }) : 0,
    wanted.phone ? await tx.person.count({ where: { phone: wanted.phone, ...otherPerson } }) : 0,
    wanted.creditCode ? await tx.organisation.count({ where: { creditCode: wanted.creditCode, ...otherOrganisation } }) : 0,
  ];
  const fields = [
    ...(email > 0 ? [{ path: paths.email, code: "EMAIL_TAKEN" }] : []),
    ...(phone > 0 ? [{ path: paths.phone, code: "MOBILE_TAKEN" }] : []),
    ...(creditCode > 0 ? [{ path: paths.creditCode, code: "CREDIT_CODE_TAKEN" }] : []),
  ];
  if (fields.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, fields);
}

/** Two at once wanted the same address, number or code: the database let one through, the other hears it. */
export async function orTakenMeanwhile<T>(write: Promise<T>): Promise<T> {
  return write.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError("TAKEN_MEANWHILE", "conflict") : error;
  });
}
