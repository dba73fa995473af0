import { describe, expect, test } from "vitest";
import {
  CONTRACT_TEXTS, creditCodeCheck, DEMAND_COUNT, DEMO_MAIL_DOMAIN, DEMO_TODAY, demoCast, demoContracts, demoDemands, demoPastAuctions, demoResults,
  FIELD_CODES, isCreditCode, isPatentNumber, ORGANISATIONS, organisationOf, PUBLISHED_AUCTIONS, registrationOfficeFor, RESULT_COUNT, STORY,
} from "./index.ts";
import { isWorkday } from "./days.ts";
import { applicationCheck } from "./ip-number.ts";

const SEED = 2026;
const unique = (items: readonly unknown[]): number => new Set(items).size;
const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

describe("demo organisations", () => {
  test("there are about 120, with keys, names and credit codes of their own", () => {
    expect(ORGANISATIONS.length).toBeGreaterThanOrEqual(115);
    expect(unique(ORGANISATIONS.map((o) => o.key))).toBe(ORGANISATIONS.length);
    expect(unique(ORGANISATIONS.map((o) => o.name))).toBe(ORGANISATIONS.length);
    const codes = ORGANISATIONS.flatMap((o) => (o.creditCode === null ? [] : [o.creditCode]));
    expect(unique(codes)).toBe(codes.length);
  });

  test("the algorithm agrees with a published code, and refuses it with one character changed", () => {
    // 91350100M000100Y43: the worked example of GB 32100.
    expect(creditCodeCheck("91350100M000100Y4")).toBe("3");
    expect(isCreditCode("91350100M000100Y43")).toBe(true);
    expect(isCreditCode("91350100M000100Y44")).toBe(false);
  });

  test.each(ORGANISATIONS.map((o) => [o.key, o] as const))("%s is complete", (_, o) => {
    expect(o.divisionCode).toMatch(/^\d{6}$/);
    if (o.kind === "INDIVIDUAL") expect(o.creditCode).toBeNull();
    else {
      expect(isCreditCode(o.creditCode as string)).toBe(true);
      expect((o.creditCode as string).slice(2, 8)).toBe(o.divisionCode);
    }
    const authority = ["REGISTRATION_OFFICE", "GOVERNMENT", "AUDIT"].includes(o.kind);
    expect(o.jurisdiction !== null).toBe(authority);
    if (authority) expect(o.divisionCode.startsWith(o.jurisdiction as string)).toBe(true);
    expect(o.officeNo === null || /^\d\d$/.test(o.officeNo)).toBe(true);
    expect(o.officeNo !== null).toBe(o.kind === "REGISTRATION_OFFICE");
  });

  test("office numbers are unique within a prefecture, and every seller has an office in the own province", () => {
    const offices = ORGANISATIONS.filter((o) => o.kind === "REGISTRATION_OFFICE");
    expect(unique(offices.map((o) => o.divisionCode.slice(0, 4) + o.officeNo))).toBe(offices.length);
    for (const o of ORGANISATIONS.filter((each) => each.sellerClass !== null)) {
      expect(registrationOfficeFor(o.divisionCode).divisionCode.slice(0, 2)).toBe(o.divisionCode.slice(0, 2));
    }
    expect(registrationOfficeFor("330106").key).toBe("office-330106");
    expect(registrationOfficeFor("330109").key).toBe("office-3301");
    expect(registrationOfficeFor("331002").key).toBe("office-33");
  });
});

describe("demo people", () => {
  const { people, accounts } = demoCast(SEED);

  test("there are about 200, each with an address of the reserved domain and an organisation", () => {
    expect(people.length).toBeGreaterThanOrEqual(180);
    expect(unique(people.map((p) => p.key))).toBe(people.length);
    expect(unique(people.map((p) => p.email))).toBe(people.length);
    for (const p of people) {
      expect(p.email.endsWith(`@${DEMO_MAIL_DOMAIN}`)).toBe(true);
      expect(p.email).toMatch(/^[a-z0-9.]+@/);
      expect(p.name).toContain("演示");
      expect(p.roles.length).toBeGreaterThan(0);
      organisationOf(p.organisation);
    }
  });

  test("every main account is a different person with the role it needs", () => {
    expect(unique(accounts.map((a) => a.key))).toBe(Object.keys(STORY).length);
    const roles = (story: string) => accounts.find((a) => a.story === story)?.roles;
    expect(roles("registrar")).toEqual(["REGISTRAR"]);
    expect(roles("venueReviewer")).toEqual(["VENUE_REVIEWER"]);
    expect(roles("provincialAdministrator")).toEqual(["ADMINISTRATOR"]);
    expect(roles("nationalAdministrator")).toEqual(["NATIONAL_ADMINISTRATOR"]);
    expect(roles("auditor")).toEqual(["AUDITOR"]);
    expect(organisationOf(accounts.find((a) => a.story === "buyerThree")?.organisation as string).divisionCode.slice(0, 2)).not.toBe("33");
  });
});

describe("demo results", () => {
  const results = demoResults(SEED);

  test("360, at least 30 in each field, none told twice", () => {
    expect(results).toHaveLength(RESULT_COUNT);
    for (const field of FIELD_CODES) expect(results.filter((r) => r.field === field).length).toBeGreaterThanOrEqual(30);
    expect(unique(results.map((r) => r.key))).toBe(RESULT_COUNT);
    expect(unique(results.map((r) => r.title))).toBe(RESULT_COUNT);
    expect(unique(results.map((r) => r.titleEn))).toBe(RESULT_COUNT);
    expect(unique(results.map((r) => r.summary))).toBe(RESULT_COUNT);
  });

  test.each(results.map((r) => [r.key, r] as const))("%s is complete", (_, r) => {
    expect(r.summary.length).toBeGreaterThanOrEqual(150);
    expect(r.summary.length).toBeLessThanOrEqual(300);
    expect(`${r.title}${r.titleEn}${r.summary}`).not.toMatch(/[{}]/);
    expect(r.titleEn).toMatch(/^[\x20-\x7e]+$/);
    expect(r.completers.reduce((sum, c) => sum + c.shareBp, 0)).toBe(10_000);
    expect(r.completers.every((c) => c.shareBp > 0)).toBe(true);
    expect(unique(r.completers.map((c) => c.name))).toBe(r.completers.length);
    expect(r.askedPriceFen === null || r.askedPriceFen > 0n).toBe(true);
    expect(r.tradeModes.length).toBeGreaterThan(0);
    const [low, high] = { RESEARCH: [1, 4], PILOT: [5, 7], INDUSTRIAL: [8, 9] }[r.stage] as [number, number];
    expect(r.trl >= low && r.trl <= high).toBe(true);
    expect(isDay(r.completedOn) && isDay(r.publishedOn) && r.completedOn < r.publishedOn && r.publishedOn <= DEMO_TODAY).toBe(true);
    expect(organisationOf(r.owner).fields).toContain(r.field);
    for (const right of r.ipRights) {
      if (["21", "22", "23"].includes(right.kindCode)) expect(isPatentNumber(right.number as string)).toBe(true);
      if (right.grantedOn !== null) expect(right.grantedOn > right.filedOn && right.grantedOn <= DEMO_TODAY).toBe(true);
      if (right.status === "GRANTED" || right.status === "REGISTERED") expect(isDay(right.expiresOn as string)).toBe(true);
    }
  });

  test("no two rights share a number, and the check character of an application is the office's", () => {
    const numbers = results.flatMap((r) => r.ipRights.flatMap((right) => (right.number === null ? [] : [right.number])));
    expect(unique(numbers)).toBe(numbers.length);
    // 200310102344.5: the worked example of ZC 0006-2003.
    expect(applicationCheck("200310102344")).toBe("5");
    expect(isPatentNumber("ZL2021 1 9123456.0") && isPatentNumber("ZL2021 1 9123456.1")).toBe(false);
  });

  test("many are negotiable, most have a price", () => {
    const negotiable = results.filter((r) => r.askedPriceFen === null).length;
    expect(negotiable).toBeGreaterThan(60);
    expect(negotiable).toBeLessThan(150);
  });
});

describe("demo demands", () => {
  const demands = demoDemands(SEED);

  test("150, every field, posted by firms that work in it, all different", () => {
    expect(demands).toHaveLength(DEMAND_COUNT);
    expect(unique(demands.map((d) => d.key))).toBe(DEMAND_COUNT);
    expect(unique(demands.map((d) => d.title))).toBe(DEMAND_COUNT);
    for (const d of demands) {
      expect(["ENTERPRISE", "STATE_ENTERPRISE"]).toContain(organisationOf(d.owner).kind);
      expect(organisationOf(d.owner).fields).toContain(d.field);
      expect(d.budgetFen > 0n).toBe(true);
      expect(isDay(d.postedOn) && d.postedOn < d.deadlineOn && d.postedOn <= DEMO_TODAY).toBe(true);
      expect(d.targets.length).toBeGreaterThanOrEqual(2);
      expect(JSON.stringify([d.title, d.titleEn, d.problem, d.targets])).not.toMatch(/[{}]/);
      expect(d.titleEn).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

describe("demo contracts", () => {
  const wanted = { seed: SEED, count: 5000, fromYear: 2021, toYear: 2026 };
  const contracts = [...demoContracts(wanted)];

  test("every contract adds up, in sums, instalments and days", () => {
    expect(contracts).toHaveLength(5000);
    let before = "";
    for (const c of contracts) {
      expect(c.turnoverFen > 0n && c.technicalAmountFen > 0n).toBe(true);
      expect(c.deductions.every((d) => d.amountFen > 0n)).toBe(true);
      expect(c.technicalAmountFen + c.deductions.reduce((s, d) => s + d.amountFen, 0n)).toBe(c.turnoverFen);
      expect(c.instalments.reduce((s, i) => s + i.amountFen, 0n)).toBe(c.turnoverFen);
      expect(c.instalments.every((i) => i.amountFen > 0n)).toBe(true);
      expect(c.seller).not.toBe(c.buyer);
      expect(isDay(c.signedOn) && isDay(c.registeredOn) && c.signedOn < c.registeredOn && c.signedOn < c.endsOn).toBe(true);
      expect(c.registeredOn >= "2021-01-01" && c.registeredOn <= "2026-11-15").toBe(true);
      expect(organisationOf(c.office).kind).toBe("REGISTRATION_OFFICE");
      expect(organisationOf(c.office).divisionCode.slice(0, 2)).toBe(organisationOf(c.seller).divisionCode.slice(0, 2));
      expect(c.projectName).not.toMatch(/[{}]/);
      expect(c.registeredOn >= before).toBe(true);
      expect(isWorkday(c.registeredOn)).toBe(true);
      before = c.registeredOn;
    }
  });

  test("service is most numerous, development brings the largest sum, and each year is larger than the last", () => {
    const by = (digit: string) => contracts.filter((c) => c.typeCode.startsWith(digit));
    const sum = (list: typeof contracts) => list.reduce((s, c) => s + c.turnoverFen, 0n);
    for (const other of ["1", "2", "3", "4"]) expect(by("5").length).toBeGreaterThan(by(other).length);
    for (const other of ["2", "3", "4", "5"]) expect(sum(by("1")) > sum(by(other))).toBe(true);
    const year = (y: number) => contracts.filter((c) => c.registeredOn.startsWith(String(y))).length;
    for (let y = 2022; y <= 2025; y++) expect(year(y)).toBeGreaterThan(year(y - 1));
    for (const field of FIELD_CODES) expect(contracts.some((c) => c.field === field)).toBe(true);
  });

  test("a patent is assigned or licensed only when it had been granted, an application only before", () => {
    const results = new Map(demoResults(SEED).map((r) => [r.key, r]));
    const assigned = contracts.filter((c) => ["21", "31"].includes(c.typeCode));
    expect(assigned.length).toBeGreaterThan(100);
    for (const c of assigned) {
      const rights = results.get(c.result)?.ipRights ?? [];
      expect(rights.some((r) => r.kindCode === c.ipKinds[0] && r.grantedOn !== null && r.grantedOn <= c.signedOn)).toBe(true);
    }
    for (const c of contracts.filter((each) => ["23", "32"].includes(each.typeCode))) expect(c.ipKinds).toEqual(["1"]);
  });

  test("twenty thousand take less than two seconds", () => {
    const start = performance.now();
    let count = 0;
    for (const c of demoContracts({ ...wanted, count: 20_000 })) count += c.turnoverFen > 0n ? 1 : 0;
    expect(count).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("a year that has not begun yields nothing later than the demo's today", () => {
    expect([...demoContracts({ ...wanted, count: 50, fromYear: 2026, toYear: 2028 })].every((c) => c.registeredOn <= DEMO_TODAY)).toBe(true);
  });
});

describe("demo past auctions", () => {
  const auctions = demoPastAuctions(SEED);

  test("every published lot is there, with its own name, source and prices", () => {
    expect(auctions).toHaveLength(PUBLISHED_AUCTIONS.length);
    auctions.forEach((auction, i) => {
      const published = PUBLISHED_AUCTIONS[i] as (typeof PUBLISHED_AUCTIONS)[number];
      expect(auction.name).toBe(published.name);
      expect(auction.published.source).toMatch(/^https?:/);
      expect(auction.finalPriceFen === null ? null : Number(auction.finalPriceFen) / 1_000_000).toBe(published.finalPrice);
      if (published.startPrice !== null) expect(Number(auction.startPriceFen) / 1_000_000).toBe(published.startPrice);
      if (published.date !== null) expect(auction.heldOn).toBe(published.date);
      expect(isDay(auction.heldOn) && auction.heldOn <= DEMO_TODAY).toBe(true);
    });
  });

  test("bids rise by at least the increment, nobody outbids himself, the last is the final price", () => {
    for (const a of auctions) {
      expect(a.startPriceFen > 0n && a.incrementFen > 0n).toBe(true);
      if (a.finalPriceFen === null) {
        expect(a.bids).toHaveLength(0);
        expect(a.outcome).toBe("UNSOLD");
        continue;
      }
      expect(a.bids.length).toBeGreaterThan(0);
      expect(a.bids[0]?.amountFen as bigint >= a.startPriceFen).toBe(true);
      expect(a.bids[a.bids.length - 1]?.amountFen).toBe(a.finalPriceFen);
      expect(a.bids[a.bids.length - 1]?.bidder).toBe(a.buyer);
      a.bids.slice(1).forEach((bid, i) => {
        const before = a.bids[i] as (typeof a.bids)[number];
        expect(bid.amountFen - before.amountFen >= a.incrementFen).toBe(true);
        expect(bid.bidder).not.toBe(before.bidder);
        expect(bid.at > before.at).toBe(true);
      });
    }
  });

  test("rounds told in the source are kept", () => {
    const rapeseed = auctions.find((a) => a.name.includes("中油519"));
    expect(rapeseed?.bids.map((b) => Number(b.amountFen) / 1_000_000)).toEqual([200, 500, 800, 1000]);
    expect(auctions.find((a) => a.name.includes("猪繁殖"))?.bids).toHaveLength(32);
  });
});

describe("demo contract texts", () => {
  test("twelve, nine of them technology contracts, with the figures that stand in them", () => {
    expect(CONTRACT_TEXTS).toHaveLength(12);
    expect(CONTRACT_TEXTS.filter((t) => t.typeCode === null)).toHaveLength(3);
    for (const t of CONTRACT_TEXTS) {
      expect(t.text.length).toBeGreaterThan(300);
      expect(t.technicalAmountFen <= t.turnoverFen && t.turnoverFen > 0n).toBe(true);
      if (t.typeCode === null) expect(t.technicalAmountFen).toBe(0n);
      expect(t.text).toContain("虚构");
    }
  });
});

test("the same seed gives the same country, another seed another", () => {
  const country = (seed: number) => JSON.stringify(
    [demoCast(seed), demoResults(seed), demoDemands(seed), demoPastAuctions(seed), [...demoContracts({ seed, count: 300, fromYear: 2021, toYear: 2026 })]],
    (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value),
  );
  expect(country(7)).toBe(country(7));
  expect(country(7)).not.toBe(country(8));
});
