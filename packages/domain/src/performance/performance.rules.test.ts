import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { DEFAULT_REMINDERS, instalmentStates, nextReminderOn, remindersOn, royaltyChange, royaltyFen, royaltyNote, technicalIncome, type Duty, type Receipt } from "./performance.rules.ts";

const paid = (amount: number, technical: number | null = null, instalmentNo: number | null = null): Receipt => ({ amountFen: wan(amount), technicalFen: technical === null ? null : wan(technical), instalmentNo });

describe("C5 performance: technical income to date (§6)", () => {
  test.each<[string, Receipt[], number, number, number]>([
    ["nothing came in", [], 500, 345, 0],
    ["a third of 500, of which 345 are technical", [paid(150)], 500, 345, 103.5],
    ["all of it", [paid(150), paid(350)], 500, 345, 345],
    ["invoices show the technical part apart", [paid(150, 150), paid(200)], 500, 345, 288],
    ["more than registered: the rest waits for a change of the registration", [paid(100), paid(30)], 100, 100, 100],
    ["a counter-entry takes a receipt back", [paid(150), paid(-150)], 500, 345, 0],
  ])("C5 performance: %s", (_, receipts, turnover, technical, income) => {
    expect(technicalIncome(receipts, wan(turnover), wan(technical)).technicalIncomeFen).toBe(BigInt(income * 10) * wan(1) / 10n);
  });

  test("C5 performance: what was received beyond the registration is named", () => {
    expect(technicalIncome([paid(130)], wan(100), wan(100))).toMatchObject({ receivedFen: wan(130), unregisteredFen: wan(30), technicalIncomeFen: wan(100) });
  });

  test("C5 performance: the income never passes what was received, nor the technical amount, and grows with every receipt", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 12 }), fc.bigInt({ min: 1n, max: 10n ** 13n }), fc.integer({ min: 0, max: 10_000 }), (amounts, turnover, bp) => {
        const technical = (turnover * BigInt(bp)) / 10_000n;
        let before = 0n;
        for (let i = 0; i <= amounts.length; i += 1) {
          const receipts = amounts.slice(0, i).map((amountFen) => ({ amountFen, technicalFen: null, instalmentNo: null }));
          const { technicalIncomeFen, receivedFen, unregisteredFen } = technicalIncome(receipts, turnover, technical);
          expect(technicalIncomeFen <= technical && technicalIncomeFen <= receivedFen && technicalIncomeFen >= before && unregisteredFen >= 0n).toBe(true);
          before = technicalIncomeFen;
        }
      }),
    );
  });
});

describe("C5 performance: instalments and reminders", () => {
  const plan = [{ no: 1, dueOn: day("2026-11-10"), amountFen: wan(30), estimated: false }, { no: 2, dueOn: day("2026-10-01"), amountFen: wan(20), estimated: true }];

  test("C5 performance: an instalment is late from the day after it was due, an estimate never", () => {
    expect(instalmentStates(plan, [], day("2026-11-10")).map(({ overdue }) => overdue)).toEqual([false, false]);
    expect(instalmentStates(plan, [paid(10, null, 1)], day("2026-11-11"))[0]).toMatchObject({ receivedFen: wan(10), openFen: wan(20), overdue: true });
    expect(instalmentStates(plan, [paid(30, null, 1)], day("2026-11-11"))[0]).toMatchObject({ openFen: 0n, overdue: false });
  });

  test("C5 performance: a week before and the day after; the term fifteen days before", () => {
    const duties: Duty[] = [{ kind: "instalment", no: 1, dueOn: day("2026-11-10") }, { kind: "term", no: 0, dueOn: day("2026-11-30") }];
    expect(remindersOn(day("2026-11-03"), duties, DEFAULT_REMINDERS)).toMatchObject([{ kind: "instalment", late: false }]);
    expect(remindersOn(day("2026-11-11"), duties, DEFAULT_REMINDERS)).toMatchObject([{ kind: "instalment", late: true }]);
    const days: string[] = [];
    for (let on = nextReminderOn(day("2026-01-01"), duties, DEFAULT_REMINDERS); on; on = nextReminderOn(on, duties, DEFAULT_REMINDERS)) days.push(on);
    expect(days).toEqual(["2026-11-03", "2026-11-11", "2026-11-15", "2026-12-01"]);
  });
});

describe("C5 performance: royalties", () => {
  test.each([[wan(1000), 300, wan(30)], [333n, 300, 10n], [0n, 300, 0n]])("C5 performance: %i fen at %i bp are %i fen", (base, rateBp, amount) => expect(royaltyFen(base, rateBp)).toBe(amount));

  const first = { no: 1, amountFen: wan(12), periodFrom: day("2026-01-01"), periodTo: day("2026-06-30") };
  const entry = { dueOn: day("2026-01-10"), amountFen: wan(100), estimated: false, note: "入门费" };

  test("C5 performance: entry fee 100, then each royalty is added (worked example of §6)", () => {
    const changed = royaltyChange({ turnoverFen: wan(100), instalments: [entry] }, [first])!;
    expect(changed.turnoverFen).toBe(wan(112));
    expect(changed.instalments).toEqual([entry, { dueOn: null, amountFen: wan(12), estimated: false, note: royaltyNote(first) }]);
    expect(royaltyChange(changed, [first])).toBeUndefined();
  });

  test("C5 performance: an estimate is used up before the turnover grows; the instalments always add up to it", () => {
    const estimate = { dueOn: null, amountFen: wan(20), estimated: true, note: "预计提成" };
    const some = royaltyChange({ turnoverFen: wan(120), instalments: [entry, estimate] }, [first])!;
    expect([some.turnoverFen, some.instalments.at(-1)]).toEqual([wan(120), { ...estimate, amountFen: wan(8) }]);
    const more = royaltyChange({ turnoverFen: wan(120), instalments: [entry, estimate] }, [{ ...first, amountFen: wan(25) }])!;
    expect(more.turnoverFen).toBe(wan(125));
    for (const { turnoverFen, instalments } of [some, more]) expect(instalments.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(turnoverFen);
  });
});
