import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { DealTerms } from "../terms/index.ts";
import { earliestPayBy, endRefusal, feeDue, graceEndsOn, payDueOn, reportRefusal, type UseFirstTerms, whenAccepted, whenOuterDateComes } from "./use-first.rules.ts";

const TERMS = DealTerms.parse({
  tradeMode: "LICENCE",
  licence: { kind: "ordinary", territory: "浙江省", years: 5 },
  payment: { form: "USE_FIRST", expected: "500000", royaltyBp: 400, royaltyBase: "NET_SALES", cap: "600000", trigger: "REVENUE_LEVEL", triggerText: "累计销售额达到 100 万元", outerOn: "2027-12-31", auditRight: true, exitTerms: "书面退出", breachTerms: "逾期中止" },
}).payment as UseFirstTerms;

describe("T4 use first: rules", () => {
  it("T4 use first: the example of §9: 4 % of sales, cap 60; sales 500 → 20; later 1 600 in all → 60, due 40", () => {
    expect(feeDue(TERMS, wan(500), 0n)).toBe(wan(20));
    expect(feeDue(TERMS, wan(1_600), wan(20))).toBe(wan(40));
    expect(feeDue(TERMS, wan(5_000), wan(60))).toBe(0n);
  });

  it("T4 use first: a report tells sales in all, one at a time, while the licence runs", () => {
    const fits = { state: "TRIAL", salesBefore: wan(1), sales: wan(2), openReports: 0 } as const;
    expect(reportRefusal(fits)).toBeUndefined();
    expect(reportRefusal({ ...fits, state: "PAYABLE" })).toBe("USE_FIRST_NOT_RUNNING");
    expect(reportRefusal({ ...fits, openReports: 1 })).toBe("USE_FIRST_REPORT_OPEN");
    expect(reportRefusal({ ...fits, sales: 0n })).toBe("USE_FIRST_SALES_FELL");
  });

  it("T4 use first: only an accepted trigger makes the first fee due, later sales make more of it due", () => {
    expect(whenAccepted({ state: "TRIAL", triggerMet: false, dueFen: wan(2) })).toBeUndefined();
    expect(whenAccepted({ state: "TRIAL", triggerMet: true, dueFen: wan(2) })).toBe("meetTrigger");
    expect(whenAccepted({ state: "NORMAL_LICENCE", triggerMet: false, dueFen: wan(2) })).toBe("charge");
    expect(whenAccepted({ state: "NORMAL_LICENCE", triggerMet: false, dueFen: 0n })).toBeUndefined();
  });

  it("T4 use first: at the outer date the trial ends without a fee, unless the day was the trigger or a claim waits for its answer", () => {
    expect(whenOuterDateComes({ trigger: "FIRST_SALE", dueFen: wan(2), claimOpen: false })).toBe("expire");
    expect(whenOuterDateComes({ trigger: "FIRST_SALE", dueFen: wan(2), claimOpen: true })).toBeUndefined();
    expect(whenOuterDateComes({ trigger: "DATE", dueFen: wan(2), claimOpen: false })).toBe("meetTrigger");
    expect(whenOuterDateComes({ trigger: "DATE", dueFen: 0n, claimOpen: false })).toBe("expire");
  });

  it("T4 use first: the last term is fifteen days at least, and the licence may be ended the day after it", () => {
    expect(earliestPayBy(day("2026-05-01"))).toBe("2026-05-16");
    expect(endRefusal({ payBy: day("2026-05-16"), today: day("2026-05-16") })).toBe("USE_FIRST_TERM_RUNS");
    expect(endRefusal({ payBy: day("2026-05-16"), today: day("2026-05-17") })).toBeUndefined();
  });

  it("T4 use first: thirty days to pay and fifteen of grace", () => {
    expect(payDueOn(day("2026-03-01"))).toBe("2026-03-31");
    expect(graceEndsOn(day("2026-03-31"))).toBe("2026-04-15");
  });
});
