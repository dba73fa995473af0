import { expect, test } from "vitest";
import { wan } from "../shared/money.ts";
import { assignedOffice, competentOffices, type OfficeScope } from "./office-competence.rules.ts";

// Hangzhou-Xiaoshan 2025: service and consulting under 5 million at the district, the rest at the city.
const OFFICES: readonly OfficeScope[] = [
  { officeId: "zj", jurisdiction: "33", open: true },
  { officeId: "hz", jurisdiction: "3301", upToFen: wan(1000), open: true },
  { officeId: "xs", jurisdiction: "330109", types: ["4", "5"], upToFen: wan(500) - 1n, open: true },
  { officeId: "xs-closed", jurisdiction: "330109", open: false },
  { officeId: "js", jurisdiction: "32", open: true },
];

test.each([
  ["330109", "51", wan(100), "xs"],
  ["330109", "4", wan(500), "hz"],
  ["330109", "11", wan(100), "hz"],
  ["330109", "11", wan(1001), "zj"],
  ["330106", "51", wan(10), "hz"],
  ["330200", "51", wan(10), "zj"],
  ["320500", "51", wan(10), "js"],
  ["440300", "51", wan(10), undefined],
])("C2 recognition: applicant in %s, type %s, %i fen → %s", (applicantDivision, contractType, technicalAmountFen, officeId) => {
  expect(assignedOffice(OFFICES, { applicantDivision, contractType, technicalAmountFen })?.officeId).toBe(officeId);
});

test("C2 recognition: an office of another province is never competent", () => {
  const ids = competentOffices(OFFICES, { applicantDivision: "330109", contractType: "51", technicalAmountFen: wan(1) }).map(({ officeId }) => officeId);
  expect(ids).toEqual(["xs", "hz", "zj"]);
});
