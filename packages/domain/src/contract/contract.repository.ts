import type { ContractModel } from "../generated/models.ts";
import type { Database, Tx } from "../shared/database.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import type { Day } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { COST_KINDS, keptFen, type CarrierKind, type CostKind, type Deduction } from "./amounts.rules.ts";
import { comparableFingerprint, technicalAmountOf, type ContractDraft, type DraftParty } from "./draft.rules.ts";

const PARTS = {
  parties: { orderBy: { position: "asc" } },
  deductions: { orderBy: { no: "asc" } },
  instalments: { orderBy: { no: "asc" } },
  patents: { orderBy: { no: "asc" } },
  attachments: { orderBy: { code: "asc" } },
} as const;

const OWNERS = { applicant: { select: { id: true, name: true, creditCode: true, divisionCode: true } }, office: { select: { id: true, name: true, divisionCode: true, officeNo: true } } } as const;

/** A contract's row with the form's lists. */
export async function loadContract(db: Tx | Database, contractId: string) {
  const row = await db.contract.findUnique({ where: { id: contractId }, include: { ...PARTS, ...OWNERS } });
  return row ?? notFound("contract", contractId);
}
export type ContractFile = Awaited<ReturnType<typeof loadContract>>;

function dayOrNull(value: Date | null): Day | null {
  return value === null ? null : dayOfColumn(value);
}

function deductionOf(row: ContractFile["deductions"][number]): Deduction {
  const kind = COST_KINDS.find((one) => one === row.kind) ?? ("other" satisfies CostKind);
  const carrier =
    row.carrierKind === null
      ? undefined
      : { kind: row.carrierKind as CarrierKind, unitCostFen: row.carrierUnitFen ?? 0n, count: row.carrierCount ?? 0, neededCount: row.carrierNeeded ?? 0 };
  return { kind, amountFen: row.amountFen, note: row.note, ...(carrier ? { carrier } : {}) };
}

function partyOf(row: ContractFile["parties"][number]): DraftParty {
  return {
    organisationId: row.organisationId,
    name: row.name,
    country: row.country,
    division: row.divisionCode,
    nature: row.partyType,
    creditCode: row.creditCode,
    shareBp: row.shareBp,
    representative: row.representative,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
  };
}

/** The form that a row holds. */
export function draftOf(row: ContractFile): ContractDraft {
  const side = (name: "SELLER" | "BUYER"): DraftParty[] => row.parties.filter((party) => party.side === name).map(partyOf);
  return {
    projectName: row.projectName,
    contractType: row.contractType,
    licenceMode: row.licenceMode,
    licenceRegion: row.licenceRegion,
    sublicence: row.sublicence,
    signedOn: dayOrNull(row.signedOn),
    validFrom: dayOrNull(row.validFrom),
    validTo: dayOrNull(row.validTo),
    sellers: side("SELLER"),
    buyers: side("BUYER"),
    turnoverFen: row.turnoverFen,
    deductions: row.deductions.map(deductionOf),
    instalments: row.instalments.map(({ dueOn, amountFen, estimated, note }) => ({
      amountFen,
      note,
      ...(dueOn ? { dueOn: dayOfColumn(dueOn) } : {}),
      ...(estimated ? { estimated } : {}),
    })),
    techField: row.field,
    ipKinds: row.ipKinds,
    patents: row.patents.map(({ number, title, owner, filedOn, grantedOn, expiresOn }) => ({
      number,
      title,
      owner,
      ...(filedOn ? { filedOn: dayOfColumn(filedOn) } : {}),
      ...(grantedOn ? { grantedOn: dayOfColumn(grantedOn) } : {}),
      ...(expiresOn ? { expiresOn: dayOfColumn(expiresOn) } : {}),
    })),
    programme: row.programme,
    programmeNo: row.projectNo,
    objective: row.objective,
    industry: row.industry,
    payment: row.payment,
    royaltyBase: row.royaltyBase,
    royaltyRateMode: row.royaltyRateMode,
    expectedInvestmentFen: row.expectedInvestmentFen,
    expectedOutputFen: row.expectedOutputFen,
    secret: row.secret,
    taxClaims: row.taxClaims,
    text: row.text,
    signedByInternalBody: row.signedByInternalBody,
    approvalRequired: row.approvalRequired,
    foreignLanguage: row.foreignLanguage,
    responsible: row.responsible,
    preparedBy: row.preparedBy,
    preparedOn: dayOrNull(row.preparedOn),
    attachments: row.attachments.map(({ code, documentId }) => ({ code, documentId })),
    dealId: row.dealId,
  };
}

function dateOrNull(on: Day | null): Date | null {
  return on === null ? null : dateColumn(on);
}

/** The columns of the row itself for a form; the technical amount is always the worksheet's. */
export function columnsOf(draft: ContractDraft) {
  return {
    projectName: draft.projectName,
    contractType: draft.contractType,
    licenceMode: draft.licenceMode,
    licenceRegion: draft.licenceRegion,
    sublicence: draft.sublicence,
    signedOn: dateOrNull(draft.signedOn),
    validFrom: dateOrNull(draft.validFrom),
    validTo: dateOrNull(draft.validTo),
    turnoverFen: draft.turnoverFen,
    technicalFen: technicalAmountOf(draft),
    field: draft.techField,
    ipKinds: [...draft.ipKinds],
    programme: draft.programme,
    projectNo: draft.programmeNo,
    objective: draft.objective,
    industry: draft.industry,
    payment: draft.payment,
    royaltyBase: draft.royaltyBase,
    royaltyRateMode: draft.royaltyRateMode,
    expectedInvestmentFen: draft.expectedInvestmentFen,
    expectedOutputFen: draft.expectedOutputFen,
    secret: draft.secret,
    taxClaims: [...draft.taxClaims],
    text: draft.text,
    textFingerprint: comparableFingerprint(draft.text),
    signedByInternalBody: draft.signedByInternalBody,
    approvalRequired: draft.approvalRequired,
    foreignLanguage: draft.foreignLanguage,
    responsible: draft.responsible,
    preparedBy: draft.preparedBy,
    preparedOn: dateOrNull(draft.preparedOn),
  } satisfies Partial<ContractModel>;
}

const LISTS = ["sellers", "buyers", "deductions", "instalments", "patents", "attachments"] as const;
export type DraftList = (typeof LISTS)[number];

/** Writes the lists of a form anew; only those named. */
export async function writeLists(tx: Tx, contractId: string, draft: ContractDraft, lists: readonly DraftList[] = LISTS): Promise<void> {
  const wanted = new Set(lists);
  for (const side of ["sellers", "buyers"] as const) {
    if (!wanted.has(side)) continue;
    const name = side === "sellers" ? "SELLER" : "BUYER";
    await tx.contractParty.deleteMany({ where: { contractId, side: name } });
    await tx.contractParty.createMany({
      data: draft[side].map(({ division, nature, ...party }, i) => ({ ...party, contractId, side: name, position: i + 1, divisionCode: division, partyType: nature })),
    });
  }
  if (wanted.has("deductions")) {
    await tx.contractDeduction.deleteMany({ where: { contractId } });
    await tx.contractDeduction.createMany({
      data: draft.deductions.map((one, i) => ({
        contractId,
        no: i + 1,
        kind: one.kind,
        amountFen: one.amountFen,
        carrierFen: keptFen(one),
        note: one.note ?? "",
        carrierKind: one.carrier?.kind ?? null,
        carrierUnitFen: one.carrier?.unitCostFen ?? null,
        carrierCount: one.carrier?.count ?? null,
        carrierNeeded: one.carrier?.neededCount ?? null,
      })),
    });
  }
  if (wanted.has("instalments")) {
    await tx.contractInstalment.deleteMany({ where: { contractId } });
    await tx.contractInstalment.createMany({
      data: draft.instalments.map(({ dueOn, amountFen, estimated = false, note = "" }, i) => ({
        contractId, no: i + 1, dueOn: dateOrNull(dueOn ?? null), amountFen, estimated, note,
      })),
    });
  }
  if (wanted.has("patents")) {
    await tx.contractPatent.deleteMany({ where: { contractId } });
    await tx.contractPatent.createMany({
      data: draft.patents.map(({ number, title, owner, filedOn, grantedOn, expiresOn }, i) => ({
        contractId, no: i + 1, number, title, owner,
        filedOn: dateOrNull(filedOn ?? null), grantedOn: dateOrNull(grantedOn ?? null), expiresOn: dateOrNull(expiresOn ?? null),
      })),
    });
  }
  if (wanted.has("attachments")) {
    await tx.contractAttachment.deleteMany({ where: { contractId } });
    await tx.contractAttachment.createMany({ data: draft.attachments.map(({ code, documentId }) => ({ contractId, code, documentId })), skipDuplicates: true });
  }
}

/** Opens a file in state DRAFT. */
export async function createDraft(
  tx: Tx,
  draft: ContractDraft,
  { applicantId, divisionCode, createdById, at }: { readonly applicantId: string; readonly divisionCode: string; readonly createdById: string | null; readonly at: Date },
): Promise<string> {
  const { id } = await tx.contract.create({
    data: { ...columnsOf(draft), dealId: draft.dealId, applicantId, divisionCode, createdById, createdAt: at, updatedAt: at },
    select: { id: true },
  });
  await writeLists(tx, id, draft);
  return id;
}
