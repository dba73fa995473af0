import { ContractFormInput, editDraft, type ContractDraft } from "@ttx/domain/contract/client";
import { yuanText } from "@ttx/ui/format";

/** The form as it is typed: every field a text or a list, an empty text for what is not answered; amounts are decimal yuan. */
export type TypedParty = {
  readonly name: string;
  readonly country: string;
  readonly division: string;
  /** Shown beside the code; not sent. */
  readonly divisionName: string;
  readonly nature: string;
  readonly creditCode: string;
  readonly share: string;
  readonly representative: string;
  readonly contactName: string;
  readonly contactPhone: string;
};
export type TypedCarrier = { readonly kind: string; readonly unitCost: string; readonly count: string; readonly neededCount: string };
export type TypedDeduction = { readonly kind: string; readonly amount: string; readonly note: string; readonly carrier: TypedCarrier | null };
export type TypedInstalment = { readonly dueOn: string; readonly amount: string; readonly estimated: boolean; readonly note: string };
export type TypedPatent = { readonly number: string; readonly title: string; readonly owner: string; readonly filedOn: string; readonly grantedOn: string; readonly expiresOn: string };
export type TypedAttachment = { readonly code: string; readonly documentId: string; readonly name: string };

export type TypedForm = {
  readonly projectName: string; readonly contractType: string; readonly licenceMode: string; readonly licenceRegion: string; readonly sublicence: "" | "yes" | "no";
  readonly signedOn: string; readonly validFrom: string; readonly validTo: string;
  readonly sellers: readonly TypedParty[]; readonly buyers: readonly TypedParty[];
  readonly turnover: string; readonly deductions: readonly TypedDeduction[]; readonly instalments: readonly TypedInstalment[];
  readonly techField: string; readonly ipKinds: readonly string[]; readonly patents: readonly TypedPatent[];
  readonly programme: string; readonly programmeNo: string; readonly objective: string; readonly industry: string;
  readonly payment: string; readonly royaltyBase: string; readonly royaltyRateMode: string;
  readonly expectedInvestment: string; readonly expectedOutput: string;
  readonly secret: string; readonly taxClaims: readonly string[]; readonly text: string;
  readonly signedByInternalBody: boolean; readonly approvalRequired: boolean; readonly foreignLanguage: boolean;
  readonly responsible: string; readonly preparedBy: string; readonly preparedOn: string;
  readonly attachments: readonly TypedAttachment[];
};

export const EMPTY_PARTY: TypedParty = { name: "", country: "CHN", division: "", divisionName: "", nature: "", creditCode: "", share: "", representative: "", contactName: "", contactPhone: "" };
export const EMPTY_PATENT: TypedPatent = { number: "", title: "", owner: "", filedOn: "", grantedOn: "", expiresOn: "" };

const amountText = (fen: bigint | null): string => (fen === null ? "" : yuanText(fen));

/** "33.33" for 3333 basis points. */
function shareText(bp: number | null): string {
  return bp === null ? "" : (bp / 100).toFixed(2).replace(/\.?0+$/, "");
}

/** Basis points of a share typed in per cent; null while it is not one. */
function shareOf(text: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  const bp = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return bp <= 10_000 ? bp : null;
}

function typedParties(parties: ContractDraft["sellers"], divisionNames: Readonly<Record<string, string>>): TypedParty[] {
  return parties.map((party) => ({
    name: party.name, country: party.country, division: party.division ?? "", divisionName: divisionNames[party.division ?? ""] ?? "", nature: party.nature ?? "",
    creditCode: party.creditCode ?? "", share: shareText(party.shareBp), representative: party.representative ?? "", contactName: party.contactName ?? "", contactPhone: party.contactPhone ?? "",
  }));
}

/** The stored form, ready to be typed into. */
export function typedForm(form: ContractDraft, divisionNames: Readonly<Record<string, string>>, attachments: readonly { readonly code: string; readonly documentId: string; readonly name: string | null }[]): TypedForm {
  return {
    projectName: form.projectName, contractType: form.contractType ?? "", licenceMode: form.licenceMode ?? "", licenceRegion: form.licenceRegion ?? "",
    sublicence: form.sublicence === null ? "" : form.sublicence ? "yes" : "no",
    signedOn: form.signedOn ?? "", validFrom: form.validFrom ?? "", validTo: form.validTo ?? "",
    sellers: typedParties(form.sellers, divisionNames), buyers: typedParties(form.buyers, divisionNames),
    turnover: amountText(form.turnoverFen),
    deductions: form.deductions.map(({ kind, amountFen, note, carrier }) => ({
      kind, amount: yuanText(amountFen), note: note ?? "",
      carrier: carrier ? { kind: carrier.kind, unitCost: yuanText(carrier.unitCostFen), count: String(carrier.count), neededCount: String(carrier.neededCount) } : null,
    })),
    instalments: form.instalments.map(({ dueOn, amountFen, estimated, note }) => ({ dueOn: dueOn ?? "", amount: yuanText(amountFen), estimated: estimated ?? false, note: note ?? "" })),
    techField: form.techField ?? "", ipKinds: form.ipKinds,
    patents: form.patents.map(({ number, title, owner, filedOn, grantedOn, expiresOn }) => ({ number, title, owner, filedOn: filedOn ?? "", grantedOn: grantedOn ?? "", expiresOn: expiresOn ?? "" })),
    programme: form.programme ?? "", programmeNo: form.programmeNo ?? "", objective: form.objective ?? "", industry: form.industry ?? "",
    payment: form.payment ?? "", royaltyBase: form.royaltyBase ?? "", royaltyRateMode: form.royaltyRateMode ?? "",
    expectedInvestment: amountText(form.expectedInvestmentFen), expectedOutput: amountText(form.expectedOutputFen),
    secret: form.secret, taxClaims: form.taxClaims, text: form.text,
    signedByInternalBody: form.signedByInternalBody, approvalRequired: form.approvalRequired, foreignLanguage: form.foreignLanguage,
    responsible: form.responsible ?? "", preparedBy: form.preparedBy ?? "", preparedOn: form.preparedOn ?? "",
    attachments: attachments.map(({ code, documentId, name }) => ({ code, documentId, name: name ?? documentId })),
  };
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

function sentParties(parties: readonly TypedParty[]) {
  return parties.map((party) => ({
    name: party.name, country: party.country, division: orNull(party.division), nature: orNull(party.nature), creditCode: orNull(party.creditCode),
    shareBp: shareOf(party.share), representative: orNull(party.representative), contactName: orNull(party.contactName), contactPhone: orNull(party.contactPhone),
  }));
}

function sentCarrier(carrier: TypedCarrier | null) {
  if (carrier === null || carrier.unitCost === "" || !(Number(carrier.count) > 0)) return null;
  return { kind: carrier.kind, unitCost: carrier.unitCost, count: Number(carrier.count), neededCount: Number(carrier.neededCount) || 0 };
}

/** What is sent to save: rows that have no amount or number yet stay on this device until they have. */
export function sentForm(typed: TypedForm) {
  return {
    projectName: typed.projectName, contractType: orNull(typed.contractType), licenceMode: orNull(typed.licenceMode), licenceRegion: orNull(typed.licenceRegion),
    sublicence: typed.sublicence === "" ? null : typed.sublicence === "yes",
    signedOn: orNull(typed.signedOn), validFrom: orNull(typed.validFrom), validTo: orNull(typed.validTo),
    sellers: sentParties(typed.sellers), buyers: sentParties(typed.buyers),
    turnover: orNull(typed.turnover),
    deductions: typed.deductions.filter(({ amount }) => amount !== "" && Number(amount) > 0).map(({ carrier, ...line }) => ({ ...line, carrier: sentCarrier(carrier) })),
    instalments: typed.instalments.filter(({ amount }) => amount !== "").map(({ dueOn, ...rest }) => ({ ...rest, dueOn: orNull(dueOn) })),
    techField: orNull(typed.techField), ipKinds: typed.ipKinds,
    patents: typed.patents.filter(({ number }) => number.trim() !== "").map(({ filedOn, grantedOn, expiresOn, ...patent }) => ({ ...patent, filedOn: orNull(filedOn), grantedOn: orNull(grantedOn), expiresOn: orNull(expiresOn) })),
    programme: orNull(typed.programme), programmeNo: orNull(typed.programmeNo), objective: orNull(typed.objective), industry: orNull(typed.industry),
    payment: orNull(typed.payment), royaltyBase: orNull(typed.royaltyBase), royaltyRateMode: orNull(typed.royaltyRateMode),
    expectedInvestment: orNull(typed.expectedInvestment), expectedOutput: orNull(typed.expectedOutput),
    secret: typed.secret, taxClaims: typed.taxClaims, text: typed.text,
    signedByInternalBody: typed.signedByInternalBody, approvalRequired: typed.approvalRequired, foreignLanguage: typed.foreignLanguage,
    responsible: orNull(typed.responsible), preparedBy: orNull(typed.preparedBy), preparedOn: orNull(typed.preparedOn),
    attachments: typed.attachments.map(({ code, documentId }) => ({ code, documentId })),
  };
}

/** The form as the rules see it while one types; the last sound one while something typed cannot be read. */
export function draftOfTyped(typed: TypedForm, before: ContractDraft): ContractDraft {
  const parsed = ContractFormInput.safeParse(sentForm(typed));
  return parsed.success ? editDraft(before, parsed.data) : before;
}
