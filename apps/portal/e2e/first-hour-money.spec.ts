import type { Page } from "@playwright/test";
import { look } from "./fixtures/look.ts";
import { expect, test } from "./fixtures/test.ts";

/** Opens the first row of a list and says what its page is called. */
async function openFirst(page: Page, list: string, under: string): Promise<void> {
  await page.goto(list);
  await page.getByRole("main").locator(`a[href*="${under}/"]`).first().click();
  await page.waitForURL(new RegExp(`${under}/[\\da-f-]{36}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

// What stands there at the first hour has run out once the main job has moved the clock by a month: this file comes before it by its name.
test("T6 money: what the university shares out can be followed from the receipt to the person, and an objection waits for its ruling", async ({ openAs }) => {
  const seller = await openAs("universitySeller");
  await openFirst(seller, "/desk/income-shares", "/desk/income-shares");
  await expect(seller.getByText("奖酬总额").first()).toBeVisible();
  await look(seller, "t6-01-income-share");
  await openFirst(seller, "/desk/income-shares?view=closed", "/desk/income-shares");
  await expect(seller.getByText("已发放").first()).toBeVisible();

  const reviewer = await openAs("universityReviewer");
  await reviewer.goto("/desk/income-shares");
  await reviewer.getByRole("main").getByText("公示中").first().waitFor();
});

test("T6 money: a kept deposit is decided, appealed and shared out before the eyes of the venue and of its payer", async ({ openAs }) => {
  const operator = await openAs("venueOperator");
  await openFirst(operator, "/desk/forfeits", "/desk/forfeits");
  const place = new URL(operator.url()).pathname;
  await expect(operator.getByText("拒不签约").first()).toBeVisible();
  await look(operator, "t6-02-forfeit");
  await openFirst(operator, "/desk/forfeits?view=done", "/desk/forfeits");

  const payer = await openAs("buyerThree");
  await payer.goto(place);
  await expect(payer.getByRole("heading", { level: 1 })).toBeVisible();
  const stranger = await openAs("buyerOne");
  const answer = await stranger.goto(place);
  expect(answer?.status() === 200 ? await stranger.getByText("拒不签约").count() : 0).toBe(0);
});

test("T6 money: the venue's book, what a manager earned, the gate at the border and the notice of an extension are there at the first hour", async ({ openAs, page }) => {
  const finance = await openAs("venueFinance");
  await finance.goto("/desk/money");
  await expect(finance.getByRole("heading", { level: 1 })).toBeVisible();
  await look(finance, "t6-03-money");

  const manager = await openAs("technologyManager");
  await manager.goto("/desk/pipeline");
  await expect(manager.getByRole("heading", { level: 1 })).toBeVisible();
  await look(manager, "t6-04-pipeline");

  const seller = await openAs("universitySeller");
  await openFirst(seller, "/desk/export-control", "/desk/export-control");
  await look(seller, "t6-05-export-gate");

  await openFirst(page, "/extensions", "/extensions");
  await expect(page.getByText("浙技交公告〔2026〕11号").first()).toBeVisible();
  await look(page, "t6-06-extension");
  await page.goto("/awards");
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});

test("T4 use first, pay later: the licensor accepts what was reported and confirms the fee that was due", async ({ openAs }) => {
  const seller = await openAs("universitySeller");
  await openFirst(seller, "/desk/use-first", "/desk/use-first");
  await seller.goto("/desk/use-first");
  await seller.getByRole("row").filter({ hasText: "待付费" }).getByRole("link").first().click();
  await seller.waitForURL(/\/desk\/use-first\/[\da-f-]{36}$/);
  await look(seller, "t6-07-use-first");
  await seller.getByRole("main").getByRole("button", { name: "确认收到费用" }).click();
  await seller.getByRole("dialog").getByRole("button", { name: "确认收到费用" }).click();
  await expect(seller.getByText("正常许可").first()).toBeVisible({ timeout: 30_000 });
});

test("T4 use first, pay later: a fee that did not come is demanded with a last term, and stands in the firm's file", async ({ openAs }) => {
  const seller = await openAs("universitySeller");
  await seller.goto("/desk/use-first");
  await seller.getByRole("row").filter({ hasText: "逾期，许可中止" }).getByRole("link").first().click();
  await seller.waitForURL(/\/desk\/use-first\/[\da-f-]{36}$/);
  await look(seller, "t4-01-use-first-breach");
  await seller.getByRole("main").getByRole("button", { name: "催告付款" }).click();
  const dialog = seller.getByRole("dialog");
  await dialog.getByLabel("最后付款期限").fill("2020-01-01");
  await dialog.getByLabel("同时主张计至该日的逾期利息").check();
  await dialog.getByLabel("催告说明").fill("首次触发的许可费逾期，两次书面提醒未付。");
  await dialog.getByRole("button", { name: "催告付款" }).click();
  const refusal = dialog.getByText(/最后付款期限应给予合理时间（民法典第五百六十三条），最早为 [\d-]+/).first();
  await expect(refusal).toBeVisible();
  await look(seller, "t4-02-claim");
  await dialog.getByLabel("最后付款期限").fill(/最早为 ([\d-]+)/.exec((await refusal.textContent())!)![1]!);
  await dialog.getByRole("button", { name: "催告付款" }).click();
  await expect(seller.getByText("已催告，许可中止").first()).toBeVisible({ timeout: 30_000 });
  await expect(seller.getByText(/含逾期利息/)).toBeVisible();
  await look(seller, "t4-03-claimed");

  const firm = await openAs("buyerThree");
  await firm.goto("/desk/use-first");
  await expect(firm.getByRole("heading", { name: "履约记录" })).toBeVisible();
  await expect(firm.getByText(/起逾期，尚未付清/)).toBeVisible();
  await look(firm, "t4-04-record");
});

test("T6 money: everybody can read by what rules and at what fees an exchange trades", async ({ page }) => {
  await page.goto("/rules");
  await expect(page.getByRole("heading", { level: 1, name: "交易规则与收费标准" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "收费标准", exact: true })).toBeVisible();
  await expect(page.getByText("服务费由谁承担")).toBeVisible();
  await look(page, "t6-08-rules");
});
