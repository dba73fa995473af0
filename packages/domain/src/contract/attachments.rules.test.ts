import { expect, test } from "vitest";
import { ATTACHMENTS } from "../reference/index.ts";
import { attachmentChecklist, missingAttachments, type AttachmentFacts } from "./attachments.rules.ts";

const PLAIN: AttachmentFacts = {
  contractType: "11", registeredRight: false, signedByInternalBody: false, approvalRequired: false, reliefClaimed: false, sellerAbroad: false,
  governmentProgramme: false, firstFilingOfAccount: false, foreignLanguage: false, jointSellers: false,
};

test.each<[Partial<AttachmentFacts>, string[]]>([
  [{}, ["A01", "A02", "A03", "A09"]],
  [{ contractType: "4" }, ["A01", "A02", "A03", "A09"]],
  [{ contractType: "52", firstFilingOfAccount: true }, ["A01", "A02", "A03", "A09", "A12"]],
  [{ contractType: "23" }, ["A01", "A04", "A09"]],
  [{ contractType: "31", registeredRight: true }, ["A01", "A04", "A05", "A09"]],
  [{ signedByInternalBody: true, approvalRequired: true, reliefClaimed: true }, ["A01", "A02", "A03", "A06", "A07", "A08", "A09"]],
  [{ contractType: "32", sellerAbroad: true }, ["A01", "A04", "A09", "A10"]],
  [{ governmentProgramme: true }, ["A01", "A02", "A03", "A09", "A11"]],
  [{ foreignLanguage: true }, ["A01", "A02", "A03", "A09", "A13"]],
  [{ jointSellers: true }, ["A01", "A02", "A03", "A09", "A14"]],
])("C1 contract: documents for %j are %j", (change, codes) => {
  const checklist = attachmentChecklist({ ...PLAIN, ...change });
  expect(checklist.map(({ code }) => code)).toEqual(codes);
  for (const { code } of checklist) expect(ATTACHMENTS.has(code)).toBe(true);
});

test("C1 contract: the unconditional documents are those of the code table", () => {
  for (const cls of ["1", "2", "3", "4", "5"]) {
    const expected = ATTACHMENTS.rows.filter(({ requiredFor, conditional }) => requiredFor.includes(cls) && !conditional).map(({ code }) => code);
    expect(attachmentChecklist({ ...PLAIN, contractType: cls }).map(({ code }) => code)).toEqual(expected);
  }
});

test("C1 contract: the task book of a programme project stands in for the contract text", () => {
  expect(missingAttachments({ ...PLAIN, governmentProgramme: true }, ["A02", "A03", "A09"])).toEqual(["A01"]);
  expect(missingAttachments({ ...PLAIN, governmentProgramme: true }, ["A02", "A03", "A09", "A11"])).toEqual([]);
  expect(missingAttachments(PLAIN, ["A02", "A09"])).toEqual(["A01", "A03"]);
});
