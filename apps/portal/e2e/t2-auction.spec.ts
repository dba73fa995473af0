import type { Locator, Page } from "@playwright/test";
import { DEMO_OPENING_KEYS } from "../../../prisma/seed/content/opening-keys.ts";
import { LISTING_MATERIALS } from "@ttx/domain/listing/client";
import { API } from "./fixtures/addresses.ts";
import { look } from "./fixtures/look.ts";
import { apiAs, expect, moveClock, test, unitOf, type StoryRole } from "./fixtures/test.ts";

type Lot = { readonly state: string; readonly stage: string | null; readonly stageEndsAt: string | null; readonly freeStartsAt: string; readonly sequence: number };
type Report = { readonly genuine: boolean; readonly lines: readonly string[] };

const WAIT = { timeout: 30_000 };
const BIDDERS: readonly StoryRole[] = ["buyerOne", "buyerTwo"];
const PROGRAM = new URL("../public/verify-auction.mjs", import.meta.url);

const dialog = (page: Page): Locator => page.getByRole("dialog");
const lotNow = async (auctionId: string): Promise<Lot> => (await (await fetch(`${API}/auctions/${auctionId}`)).json()) as Lot;
const stageOf = (auctionId: string) => async (): Promise<string | null> => (await lotNow(auctionId)).stage;

/** A sealed lot of the individual inventor with two bidders, from the result to the start of its bidding. */
async function aSealedLot(): Promise<string> {
  const seller = await apiAs("individualInventor");
  const { resultId, version } = await seller.post<{ readonly resultId: string; readonly version: number }>("/results", {
    secrecy: "NO", secrecyOfficer: "本人", title: "便携式土壤重金属快速检测仪", field: "07", stage: "PILOT", readinessLevel: 6, tradeModes: ["ASSIGNMENT"], askedPrice: "500000", divisionCode: "330106",
    summary: "以微型化阳极溶出伏安传感器结合自动前处理模块，现场五分钟内完成镉、铅、砷等六种重金属定量检测，检出限达到国家土壤环境质量标准要求，已在三个县的耕地调查中试用，整机成本仅为进口设备的三分之一。",
    contactName: "本人", contactPhone: "0571-88990033", completers: [{ name: "本人", unit: "个人", shareBp: 10_000 }], rights: [{ kind: "1", title: "检测方法", status: "SECRET" }],
  });
  await seller.post(`/results/${resultId}/publish`, { version });
  const { items: venues } = await seller.get<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>("/venues");
  const { listingId } = await seller.post<{ readonly listingId: string }>("/listings", {
    resultId,
    venueId: venues.find(({ name }) => name === unitOf("venueOperator"))!.id,
    price: "500000",
    workingDays: 5,
    declarations: { isTruthful: true },
    materials: Object.fromEntries(LISTING_MATERIALS.map((code) => [code, { documentId: null, note: "材料齐备，原件备查。" }])),
    bidding: { format: "F3", startDelaySeconds: 60, freeDurationSeconds: 3_600, revealSeconds: 3_600 },
  });
  await seller.post(`/listings/${listingId}/submit`);
  const reviewer = await apiAs("venueReviewer");
  await reviewer.post(`/listings/${listingId}/accept`);
  const { periodEndsAt } = await (await apiAs("venueOperator")).post<{ readonly periodEndsAt: string }>(`/listings/${listingId}/publish`);
  for (const role of BIDDERS) {
    const buyer = await apiAs(role);
    const { intentId } = await buyer.post<{ readonly intentId: string }>(`/listings/${listingId}/intents`, { statement: "具备全部公告条件。", offer: null, declaresNoTies: true });
    await reviewer.post(`/intents/${intentId}/qualify`, { findings: [] });
    const { deposit } = await buyer.get<{ readonly deposit: { readonly id: string } }>(`/intents/${intentId}`);
    await buyer.post(`/deposits/${deposit.id}/pay`);
    await expect.poll(async () => (await buyer.get<{ readonly state: string }>(`/intents/${intentId}`)).state, WAIT).toBe("ADMITTED");
  }
  await moveClock({ to: new Date(new Date(periodEndsAt).getTime() + 1_000).toISOString() });
  const mine = async (): Promise<string | undefined> => (await seller.get<{ readonly items: readonly { readonly id: string; readonly listing: { readonly id: string } }[] }>("/my/auctions")).items.find(({ listing }) => listing.id === listingId)?.id;
  await expect.poll(mine, WAIT).toBeDefined();
  const auctionId = (await mine())!;
  await moveClock({ to: new Date(new Date((await lotNow(auctionId)).freeStartsAt).getTime() + 1_000).toISOString() });
  await expect.poll(async () => (await lotNow(auctionId)).state, WAIT).toBe("OPEN_FREE");
  return auctionId;
}

/** Seals an amount in ten thousand yuan in the bidder's browser and hands it in. */
async function handIn(bidder: Page, inWan: string): Promise<void> {
  await bidder.locator("#sealed-amount").fill(inWan);
  await bidder.getByRole("main").getByRole("button", { name: "提交密封报价" }).click();
  await dialog(bidder).getByRole("button", { name: "提交密封报价" }).click();
  await expect(dialog(bidder).getByText("已受理，回执如下")).toBeVisible(WAIT);
  await dialog(bidder).getByRole("button", { name: "完成" }).click();
  await expect(bidder.getByText("您已提交本轮密封报价，等待开标。")).toBeVisible(WAIT);
}

/** What the countdown to the end of the stage shows, in seconds. */
async function secondsShown(page: Page): Promise<number> {
  const shown = await page.getByRole("timer").first().locator("..").innerText();
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(shown) ?? [];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

async function toEndOfStage(auctionId: string): Promise<void> {
  const { stageEndsAt } = await lotNow(auctionId);
  await moveClock({ to: new Date(new Date(stageEndsAt!).getTime() + 1_000).toISOString() });
}

async function layOpen(page: Page, auctionId: string, key: object): Promise<void> {
  await page.goto(`/desk/auctions/${auctionId}`);
  await page.locator("#private-key").fill(JSON.stringify(key));
  await page.getByRole("button", { name: "提交密钥份额" }).click();
  await expect(page.getByText("本机构已提交本轮密钥份额。")).toBeVisible(WAIT);
}

async function sign(page: Page, auctionId: string, act: string): Promise<void> {
  await page.goto(`/desk/auctions/${auctionId}/confirmation`);
  await page.getByRole("main").getByRole("button", { name: act }).click();
  await dialog(page).getByRole("button", { name: act }).click();
  await expect(dialog(page).getByText("已受理，回执如下")).toBeVisible(WAIT);
  await dialog(page).getByRole("button", { name: "完成" }).click();
  await expect(page.getByRole("main").getByRole("button", { name: act })).toHaveCount(0, WAIT);
}

test("T2 auction: sealed bids from commitment over a freeze to the opening by both keys and a result that anybody can verify", async ({ openAs, page }) => {
  test.setTimeout(120_000);
  const auctionId = await aSealedLot();
  const [one, two] = await Promise.all(BIDDERS.map((role) => openAs(role))) as [Page, Page];
  await Promise.all([one, two].map((bidder) => bidder.goto(`/auctions/${auctionId}`)));
  const { sequence } = await lotNow(auctionId);
  await look(one, "t2-01-sealed");
  await handIn(one, "52");
  await look(one, "t2-02-handed-in");
  expect((await lotNow(auctionId)).sequence, "nobody can count sealed bids").toBe(sequence);

  await test.step("a device whose clock is an hour off counts down to the same second, and asks for the time again when the tab returns", async () => {
    const off = await page.context().newPage();
    await off.addInitScript(() => {
      const TrueDate = Date;
      const now = (): number => TrueDate.now() + 3_600_000;
      globalThis.Date = new Proxy(TrueDate, {
        construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
        get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
      });
    });
    await Promise.all([page, off].map((one) => one.goto(`/auctions/${auctionId}`)));
    const tabReturns = (one: Page): Promise<unknown> => one.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(async () => {
      await Promise.all([page, off].map(tabReturns));
      const [right, wrong] = await Promise.all([page, off].map(secondsShown));
      expect(Math.abs(right! - wrong!)).toBeLessThanOrEqual(2);
    }).toPass(WAIT);
    const asked = off.waitForRequest((request) => request.url().endsWith(`/api/v1/auctions/${auctionId}`));
    await tabReturns(off);
    await asked;
    await off.close();
  });

  const auctioneer = await openAs("auctioneer");
  await test.step("the auctioneer freezes the lot, and nothing is taken until he resumes it", async () => {
    await auctioneer.goto(`/desk/auctions/${auctionId}`);
    await auctioneer.locator("#reason").fill("机房网络故障");
    await auctioneer.getByRole("button", { name: "中止竞价" }).click();
    await expect(two.getByText("机房网络故障")).toBeVisible(WAIT); // told by the event stream
    await expect(two.locator("#sealed-amount")).toHaveCount(0);
    await look(two, "t2-03-frozen");
    await auctioneer.getByRole("button", { name: "恢复竞价" }).click();
    await expect(two.locator("#sealed-amount")).toBeVisible(WAIT);
  });
  await handIn(two, "56.8");

  const watcher = await page.context().newPage();
  const outcome = watcher.getByRole("main").getByText(/^(竞买人数|受让方)$/);
  await watcher.goto(`/auctions/${auctionId}`);
  await test.step("at the end exchange and notary open what the bidders have not opened", async () => {
    await toEndOfStage(auctionId);
    await expect.poll(stageOf(auctionId), WAIT).toBe("REVEAL");
    await one.reload();
    await expect(one.locator("#nonce")).not.toHaveValue("", WAIT); // kept on the bidder's device alone
    await one.getByRole("button", { name: "开启我的报价" }).click();
    await expect(one.getByText("您的报价已开启，等待结果。")).toBeVisible(WAIT);
    await auctioneer.goto(`/desk/auctions/${auctionId}`);
    await auctioneer.locator("#private-key").fill(JSON.stringify(DEMO_OPENING_KEYS.notary));
    await auctioneer.getByRole("button", { name: "提交密钥份额" }).click();
    await expect(auctioneer.getByText("这不是本场公告所列公钥对应的私钥")).toBeVisible(WAIT);
    await layOpen(auctioneer, auctionId, DEMO_OPENING_KEYS.venue);
    await look(auctioneer, "t2-04-opening");
    await layOpen(await openAs("notary"), auctionId, DEMO_OPENING_KEYS.notary);
    await expect(watcher.getByText("开标", { exact: true }).first()).toBeVisible(WAIT);
    await expect(outcome).toHaveCount(0);
    await toEndOfStage(auctionId);
    await expect.poll(stageOf(auctionId), WAIT).toBe("OVER");
    await expect(outcome).toHaveText(["竞买人数"], WAIT); // on a page that nobody has loaded again
    await expect(watcher.getByRole("link", { name: "竞价回放（图）" })).toBeVisible();
  });

  await test.step("the result is verified on the page and by the program that is downloaded with the log", async () => {
    await page.goto(`/auctions/${auctionId}/verify`);
    await expect(page.getByText("记录完整，结果与公告规则一致")).toBeVisible();
    await expect(page.getByText("¥568,000.00")).toBeVisible();
    await look(page, "t2-05-verified");
    const { report } = (await import(PROGRAM.href)) as { report(published: unknown): Report };
    const published: unknown = await (await fetch(`${API}/auctions/${auctionId}/verification`)).json();
    expect(report(published)).toMatchObject({ genuine: true, lines: [expect.stringContaining("price 568000.00 yuan"), expect.any(String), expect.stringMatching(/^Round 1: exchange laid the right halves open .*, notary laid the right halves open/)] });
    await page.goto(`/auctions/${auctionId}/replay`);
    await expect(page.getByRole("heading", { name: "逐条过程" })).toBeVisible();
    await look(page, "t2-06-replay");
  });

  await test.step("auctioneer, recorder and buyer sign the record; page and program check the signatures with the platform's key", async () => {
    await auctioneer.goto(`/desk/auctions/${auctionId}`);
    await auctioneer.getByRole("main").getByRole("button", { name: "签署成交确认书" }).click();
    await dialog(auctioneer).getByRole("button", { name: "确认成交" }).click();
    await expect(dialog(auctioneer).getByText("已受理，回执如下")).toBeVisible(WAIT);
    await expect(outcome).toHaveText(["受让方", "竞买人数"], WAIT);
    await watcher.close();
    await sign(await openAs("venueOperator"), auctionId, "签署竞价笔录");
    await sign(two, auctionId, "签署成交确认书");
    await look(two, "t2-07-signed");
    await page.goto(`/auctions/${auctionId}/verify`);
    await expect(page.getByText("已签署", { exact: true })).toHaveCount(3);
    await look(page, "t2-08-signatures");
    const { report } = (await import(PROGRAM.href)) as { report(published: unknown, fingerprint?: string): Report };
    const { signingKey } = (await (await fetch(`${API}/audit/seals`)).json()) as { readonly signingKey: { readonly fingerprint: string } };
    const published: unknown = await (await fetch(`${API}/auctions/${auctionId}/verification`)).json();
    const { genuine, lines } = report(published, signingKey.fingerprint);
    expect([genuine, lines.filter((line) => line.startsWith("Signed as ")).length]).toEqual([true, 3]);
    expect(report(published, "0".repeat(64)).genuine).toBe(false);
  });

  await test.step("the bidder finds his receipts again, and a link checks one on the public page", async () => {
    await two.goto(`/auctions/${auctionId}`);
    await two.getByText("我的报价回执").click();
    await two.getByRole("link", { name: "在公开页面核对" }).last().click();
    await expect(two.getByText(/在记录中：第 \d+ 条/)).toBeVisible(WAIT);
    await look(two, "t2-09-receipt");
  });
});
