import { describe, expect, test } from "vitest";
import { day, type Day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { calendarFor } from "../reference/index.ts";
import { ruleSetOn } from "./rule-sets.rules.ts";
import { correctionDueOn, daysLeft, dueOn, legalLimit, recognitionDeadline, urgencyAt } from "./time-limit.rules.ts";

const calendar = calendarFor();
const ELSEWHERE = "440300";

describe("C2 recognition: time limits (§4.1)", () => {
  test.each([
    ["2026-03-04", "2026-03-25"],
    ["2026-03-24", "2026-04-15"], // Monday 6 April is a holiday
  ])("C2 recognition: 15 working days from %s end on %s", (accepted, due) => {
    expect(dueOn(day(accepted), { count: 15, unit: "working" }, calendar)).toBe(due);
  });

  test.each([
    ["CN-2000 ordinary", "2025-05-12", ELSEWHERE, wan(100), false, "11", 30, "natural", false],
    ["CN-2000 knows no longer limit", "2025-05-12", ELSEWHERE, wan(900), false, "11", 30, "natural", true],
    ["CN-2026 ordinary", "2026-05-12", ELSEWHERE, wan(100), false, "11", 15, "working", false],
    ["CN-2026 one fen under the threshold", "2026-05-12", ELSEWHERE, wan(500) - 1n, false, "11", 15, "working", false],
    ["CN-2026 at the threshold", "2026-05-12", ELSEWHERE, wan(500), false, "11", 30, "working", true],
    ["CN-2026 disputed", "2026-05-12", ELSEWHERE, wan(1), true, "11", 30, "working", true],
    ["Zhejiang 2021", "2026-05-12", "330106", wan(100), false, "11", 10, "natural", false],
    ["Zhejiang before its regulation", "2021-01-12", "330106", wan(100), false, "11", 30, "natural", false],
    ["Henan", "2025-05-12", "410100", wan(100), false, "11", 15, "natural", false],
    ["Beijing", "2026-05-12", "110108", wan(100), false, "11", 30, "natural", false],
    ["Tianjin Nankai", "2026-05-12", "120104", wan(100), false, "51", 10, "working", false],
    ["Tianjin Nankai, development above 10 million", "2026-05-12", "120104", wan(1001), false, "11", 30, "natural", true],
    ["Tianjin elsewhere", "2026-05-12", "120101", wan(100), false, "51", 15, "working", false],
  ] as const)("C2 recognition: %s", (_, acceptedOn, officeDivision, technicalAmountFen, disputed, contractType, count, unit, large) => {
    expect(legalLimit({ acceptedOn: acceptedOn as Day, officeDivision, technicalAmountFen, disputed, contractType })).toMatchObject({ count, unit, large });
  });

  test("C2 recognition: a file is judged by the rules of its day", () => {
    expect(ruleSetOn(day("2026-01-22")).code).toBe("CN-2000");
    expect(ruleSetOn(day("2026-01-23")).code).toBe("CN-2026");
    expect(() => ruleSetOn(day("1999-01-01"))).toThrow(RangeError);
  });

  test("C2 recognition: the limit ends with its last day; warning at 60 %, escalation at 100 %", () => {
    const deadline = recognitionDeadline(
      new Date("2026-03-04T17:30:00+08:00"),
      { officeDivision: ELSEWHERE, technicalAmountFen: wan(10), contractType: "51", disputed: false },
      calendar,
    );
    expect(deadline.dueOn).toBe("2026-03-25");
    expect(deadline.dueAt.toISOString()).toBe("2026-03-25T16:00:00.000Z");
    expect(deadline.warnAt.toISOString()).toBe("2026-03-17T16:00:00.000Z"); // the ninth of fifteen working days
    expect(deadline.escalateAt).toEqual(deadline.dueAt);
    expect(deadline.calendarVersion).toBe(calendar.version);
    expect(urgencyAt(new Date("2026-03-17T23:59:59+08:00"), deadline)).toBe("calm");
    expect(urgencyAt(deadline.warnAt, deadline)).toBe("warned");
    expect(urgencyAt(new Date(deadline.dueAt.getTime() - 1), deadline)).toBe("warned");
    expect(urgencyAt(deadline.dueAt, deadline)).toBe("overdue");
  });

  test("C2 recognition: a last natural day off moves to the next working day", () => {
    expect(dueOn(day("2026-04-21"), { count: 10, unit: "natural" }, calendar)).toBe("2026-05-06");
  });

  test("C2 recognition: acceptance late in the evening in Shanghai counts for that day", () => {
    const facts = { officeDivision: ELSEWHERE, technicalAmountFen: wan(10), contractType: "51", disputed: false };
    expect(recognitionDeadline(new Date("2026-03-04T15:59:59Z"), facts, calendar).dueOn).toBe("2026-03-25");
    expect(recognitionDeadline(new Date("2026-03-04T16:00:00Z"), facts, calendar).dueOn).toBe("2026-03-26");
  });

  test("C2 recognition: a supplement is due after fifteen working days", () => {
    expect(correctionDueOn(day("2026-03-04"), calendar)).toBe("2026-03-25");
  });

  test("C2 recognition: days left are counted in the unit of the limit", () => {
    expect(daysLeft(day("2026-03-20"), day("2026-03-25"), "working", calendar)).toBe(3);
    expect(daysLeft(day("2026-03-20"), day("2026-03-25"), "natural", calendar)).toBe(5);
    expect(daysLeft(day("2026-03-27"), day("2026-03-25"), "working", calendar)).toBe(-2);
  });
});
