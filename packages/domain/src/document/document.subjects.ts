import type { Facts } from "../authorisation/decide.ts";
import type { Tx } from "../shared/database.ts";
import { isWithheld } from "../shared/withheld.ts";
import type { OwnSubject } from "./document.schema.ts";

type Rows = Pick<Tx, "result" | "demand" | "listing" | "publicNotice" | "deal" | "contract" | "contractAttachment" | "contractReader">;

/** A matter that a document belongs to: who has to do with it, and whether the public may see what is public in it. */
export type Matter = { readonly facts: readonly Facts[]; readonly open: boolean };

const NOWHERE: Matter = { facts: [], open: false };

/** Who has to do with what a document was attached to, and with the contract files that name it. */
export async function mattersOf(db: Rows, { id, subjectType, subjectId }: { readonly id: string; readonly subjectType: string | null; readonly subjectId: string | null }, personId: string | null): Promise<readonly Matter[]> {
  const attached = subjectType !== null && subjectId !== null ? [await matterOf(db, subjectType, subjectId, personId)] : [];
  const named = await db.contractAttachment.findMany({ where: { documentId: id }, select: { contractId: true } });
  const contracts = await Promise.all(named.map(({ contractId }) => matterOf(db, "contract", contractId, personId)));
  return [...attached, ...contracts];
}

async function matterOf(db: Rows, type: string, id: string, personId: string | null): Promise<Matter> {
  switch (type) {
    case "result": {
      const row = await db.result.findUnique({ where: { id }, select: { ownerId: true, state: true, divisionCode: true } });
      return row && !isWithheld(row) ? { facts: [{ ownerId: row.ownerId }], open: row.state === "PUBLISHED" } : NOWHERE;
    }
    case "demand": {
      const row = await db.demand.findUnique({ where: { id }, select: { ownerId: true, state: true } });
      return row && !isWithheld(row) ? { facts: [{ ownerId: row.ownerId }], open: row.state === "PUBLISHED" } : NOWHERE;
    }
    // The funder's consent: the exchange that was handed a listing of the result looks at it before it admits that.
    case "project-contract": {
      const row = await db.result.findUnique({ where: { id }, select: { ownerId: true, state: true, divisionCode: true, listings: { where: { state: { not: "DRAFT" } }, select: { venueId: true } } } });
      if (!row || isWithheld(row)) return NOWHERE;
      return { facts: [{ ownerId: row.ownerId }, ...row.listings.map(({ venueId }) => ({ ownerId: row.ownerId, venueId, divisionCode: row.divisionCode }))], open: false };
    }
    case "listing": {
      const row = await db.listing.findUnique({ where: { id }, select: { sellerId: true, venueId: true, state: true, divisionCode: true, publishedAt: true, result: { select: { state: true } } } });
      if (!row || isWithheld(row.result)) return NOWHERE;
      const handled = row.state === "DRAFT" ? { ownerId: row.sellerId } : { ownerId: row.sellerId, venueId: row.venueId, divisionCode: row.divisionCode };
      return { facts: [handled], open: row.publishedAt !== null };
    }
    case "notice": {
      const row = await db.publicNotice.findUnique({ where: { id }, select: { sellerId: true, buyerId: true, divisionCode: true, publishedAt: true, result: { select: { state: true } } } });
      return row && !isWithheld(row.result) ? { facts: [{ ownerId: row.sellerId, counterpartyId: row.buyerId, divisionCode: row.divisionCode }], open: row.publishedAt !== null } : NOWHERE;
    }
    case "deal": {
      const row = await db.deal.findUnique({ where: { id }, select: { sellerId: true, buyerId: true, venueId: true, divisionCode: true } });
      return row ? { facts: [{ ownerId: row.sellerId, counterpartyId: row.buyerId, venueId: row.venueId, divisionCode: row.divisionCode }], open: false } : NOWHERE;
    }
    case "contract": {
      const row = await db.contract.findUnique({ where: { id }, select: { applicantId: true, officeId: true, state: true, secret: true, divisionCode: true, parties: { select: { organisationId: true } } } });
      if (!row) return NOWHERE;
      // 管理办法（2000） Art. 15: the papers of a contract with commercial secrets are for the persons on its list.
      const named = row.secret === "none" || (personId !== null && (await db.contractReader.count({ where: { contractId: id, personId, endedAt: null } })) > 0);
      if (row.state === "DRAFT" || !named) return { facts: [{ ownerId: row.applicantId }], open: false };
      const bodies = { ownerId: row.applicantId, officeId: row.officeId, divisionCode: row.divisionCode };
      return { facts: [bodies, ...row.parties.map(({ organisationId }) => ({ counterpartyId: organisationId }))], open: false };
    }
    default:
      return NOWHERE;
  }
}

/** The owner of something that files may be attached to by uploading them; undefined when it does not exist. */
export async function ownerOf(db: Pick<Tx, "result" | "demand">, type: OwnSubject, id: string): Promise<string | undefined> {
  const found = type === "result" ? await db.result.findUnique({ where: { id }, select: { ownerId: true } }) : await db.demand.findUnique({ where: { id }, select: { ownerId: true } });
  return found?.ownerId;
}
