import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import type { DraftParty } from "./draft.rules.ts";
import { draftOfDeal, type AgreedPayment, type DealFacts } from "./from-deal.rules.ts";

const party = (name: string): DraftParty => ({ organisationId: null, name, country: "CHN", division: "330106", nature: "110", creditCode: null, shareBp: null, representative: null, contactName: null, contactPhone: null });
const ONE_SUM = [{ dueOn: day("2026-04-01"), amountFen: wan(30) }];
const FACTS: DealFacts = {
  dealId: "d", contractName: "钛粉成形技术许可合同", tradeMode: "LICENCE", licenceKind: "sole", licenceYears: 5, licenceTerritory: "浙江省", payment: null, priceFen: wan(30), contractText: "许可合同",
  signedOn: day("2026-03-02"), validFrom: day("2026-03-02"), validTo: null, seller: party("江海大学"), buyer: party("远山材料有限公司"), payments: ONE_SUM, techField: "05", programme: null, programmeNo: null, rights: [], preparedBy: null,
};

describe("C1 contract: what a deal fills in of the registration form", () => {
  it("C1 contract: the territory is the licence's own; an assignment has none", () => {
    expect(draftOfDeal(FACTS)).toMatchObject({ licenceMode: "sole", licenceRegion: "浙江省", validTo: "2031-03-01" });
    expect(draftOfDeal({ ...FACTS, licenceTerritory: null })).toMatchObject({ licenceRegion: "中华人民共和国境内" });
    expect(draftOfDeal({ ...FACTS, tradeMode: "ASSIGNMENT", licenceKind: null, licenceTerritory: null })).toMatchObject({ licenceMode: null, licenceRegion: null });
  });

  // 民法典 846: how it is paid was agreed; the form says the same.
  it.each<[string, AgreedPayment | null, typeof ONE_SUM, object]>([
    ["free words, one payment", null, ONE_SUM, { payment: "1", royaltyBase: null, royaltyRateMode: null }],
    ["free words, two payments", null, [...ONE_SUM, { dueOn: day("2026-10-01"), amountFen: wan(30) }], { payment: "2", royaltyBase: null }],
    ["one sum", { form: "LUMP_SUM" }, ONE_SUM, { payment: "1", royaltyBase: null }],
    ["entry fee and royalty", { form: "ENTRY_AND_ROYALTY", royaltyBase: "NET_SALES" }, ONE_SUM, { payment: "4", royaltyBase: "sales", royaltyRateMode: "fixed", instalments: ONE_SUM }],
    ["royalty on profit", { form: "ROYALTY", royaltyBase: "PROFIT" }, ONE_SUM, { payment: "3", royaltyBase: "newProfit", royaltyRateMode: "fixed", instalments: [{ ...ONE_SUM[0]!, estimated: true }] }],
    ["use first, pay later", { form: "USE_FIRST", royaltyBase: "NEW_OUTPUT" }, ONE_SUM, { payment: "3", royaltyBase: "newOutput", instalments: [{ ...ONE_SUM[0]!, estimated: true }] }],
    ["a contribution to capital", { form: "EQUITY" }, ONE_SUM, { payment: "9", royaltyBase: null, instalments: ONE_SUM }],
  ])("C1 contract: %s", (_case, payment, payments, filled) => {
    expect(draftOfDeal({ ...FACTS, payment, payments })).toMatchObject(filled);
  });
});
