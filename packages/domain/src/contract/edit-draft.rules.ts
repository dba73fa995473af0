import type { Deduction } from "./amounts.rules.ts";
import type { ContractFormInput } from "./contract.schema.ts";
import type { ContractDraft, DraftParty } from "./draft.rules.ts";

/** An empty text field is a field without an answer. */
function emptyToNull(text: string | null): string | null {
  return text === null || text === "" ? null : text;
}

function deductionOf({ kind, amount, note, carrier }: NonNullable<ContractFormInput["deductions"]>[number]): Deduction {
  return {
    kind,
    amountFen: amount,
    note,
    ...(carrier ? { carrier: { kind: carrier.kind, unitCostFen: carrier.unitCost, count: carrier.count, neededCount: carrier.neededCount } } : {}),
  };
}

/** A party keeps its link to an organisation of the platform while its credit code stays. */
function partiesOf(typed: NonNullable<ContractFormInput["sellers"]>, before: readonly DraftParty[]): readonly DraftParty[] {
  return typed.map((party) => ({
    ...party,
    organisationId: before.find(({ creditCode }) => creditCode !== null && creditCode === party.creditCode)?.organisationId ?? null,
  }));
}

/** The draft with what was typed; what was not sent stays as it is. */
export function editDraft(draft: ContractDraft, typed: ContractFormInput): ContractDraft {
  const { turnover, expectedInvestment, expectedOutput, deductions, instalments, patents, sellers, buyers, ...plain } = typed;
  const sent = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Partial<ContractDraft>;
  const edited = { ...draft, ...sent };
  return {
    ...edited,
    licenceRegion: emptyToNull(edited.licenceRegion),
    programmeNo: emptyToNull(edited.programmeNo),
    responsible: emptyToNull(edited.responsible),
    preparedBy: emptyToNull(edited.preparedBy),
    ...(turnover !== undefined ? { turnoverFen: turnover } : {}),
    ...(expectedInvestment !== undefined ? { expectedInvestmentFen: expectedInvestment } : {}),
    ...(expectedOutput !== undefined ? { expectedOutputFen: expectedOutput } : {}),
    ...(deductions ? { deductions: deductions.map(deductionOf) } : {}),
    ...(instalments
      ? { instalments: instalments.map(({ dueOn, amount, estimated, note }) => ({ amountFen: amount, note, ...(dueOn ? { dueOn } : {}), ...(estimated ? { estimated } : {}) })) }
      : {}),
    ...(patents
      ? {
          patents: patents.map(({ filedOn, grantedOn, expiresOn, ...patent }) => ({
            ...patent,
            ...(filedOn ? { filedOn } : {}),
            ...(grantedOn ? { grantedOn } : {}),
            ...(expiresOn ? { expiresOn } : {}),
          })),
        }
      : {}),
    ...(sellers ? { sellers: partiesOf(sellers, draft.sellers) } : {}),
    ...(buyers ? { buyers: partiesOf(buyers, draft.buyers) } : {}),
  };
}
