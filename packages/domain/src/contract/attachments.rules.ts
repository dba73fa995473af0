/** Facts that decide which documents (登记材料) a file needs. Codes: reference table attachments. */
export type AttachmentFacts = {
  readonly contractType: string;
  readonly registeredRight: boolean;
  readonly signedByInternalBody: boolean;
  readonly approvalRequired: boolean;
  readonly reliefClaimed: boolean;
  readonly sellerAbroad: boolean;
  readonly governmentProgramme: boolean;
  readonly firstFilingOfAccount: boolean;
  /** The contract itself is in another language (外文合同). */
  readonly foreignLanguage: boolean;
  /** Several sellers (联合卖方): one of them files with the consent of the others. */
  readonly jointSellers: boolean;
};

export type AttachmentNeed = "required" | "optional";
export type ChecklistItem = { readonly code: string; readonly need: AttachmentNeed };

/** The checklist for one file, in the order of the code table; what does not apply is left out. */
export function attachmentChecklist(facts: AttachmentFacts): readonly ChecklistItem[] {
  const cls = facts.contractType.charAt(0);
  const handsOverRight = cls === "2" || cls === "3";
  const items: readonly (readonly [code: string, applies: boolean, need: AttachmentNeed])[] = [
    // A programme project may file its task book instead of a contract text (R2026 Art. 38, provisional numbering).
    ["A01", true, facts.governmentProgramme ? "optional" : "required"],
    ["A02", !handsOverRight, "required"],
    ["A03", !handsOverRight, "required"],
    ["A04", handsOverRight, "required"],
    ["A05", handsOverRight && facts.registeredRight, "required"],
    ["A06", facts.signedByInternalBody, "required"],
    ["A07", facts.approvalRequired, "required"],
    ["A08", facts.reliefClaimed, "required"],
    ["A09", true, "required"],
    ["A10", facts.sellerAbroad, "required"],
    ["A11", facts.governmentProgramme, "optional"],
    ["A12", facts.firstFilingOfAccount, "required"],
    // A text in another language needs a Chinese version of the same meaning and a statement of conformity (R2026 Art. 36, provisional numbering).
    ["A13", facts.foreignLanguage, "required"],
    ["A14", facts.jointSellers, "required"],
  ];
  return items.filter(([, applies]) => applies).map(([code, , need]) => ({ code, need }));
}

/** Codes still missing. A programme project needs its contract text or its task book, one of the two: the text is named. */
export function missingAttachments(facts: AttachmentFacts, attached: readonly string[]): readonly string[] {
  const missing = attachmentChecklist(facts).filter(({ code, need }) => need === "required" && !attached.includes(code)).map(({ code }) => code);
  const noText = facts.governmentProgramme && !attached.includes("A01") && !attached.includes("A11");
  return noText ? ["A01", ...missing] : missing;
}
