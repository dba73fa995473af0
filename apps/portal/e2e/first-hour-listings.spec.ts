import type { Page } from "@playwright/test";
import { dialog, WAIT } from "./fixtures/acts.ts";
import { look } from "./fixtures/look.ts";
import { expect, test } from "./fixtures/test.ts";

/** The public page of what is listed under a name. */
async function openListed(page: Page, name: string): Promise<string> {
  await page.goto(`/listings?q=${encodeURIComponent(name)}`);
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.waitForURL(/\/listings\/[\da-f-]{36}$/);
  return page.url().split("/").at(-1)!;
}

// What is on the market at the first hour is over once the main job has moved the clock by a month: this file comes before it by its name.
test("T2 listing: what burdens a right stands on its page; the exchange adds and takes away what comes to be known while it runs, and the period starts anew", async ({ openAs, page }) => {
  await openListed(page, "城市核心区配电网柔性互联装置");
  await expect(page.getByText(/已质押给一家银行，登记号/).first()).toBeVisible();

  const listingId = await openListed(page, "蔬菜小粒种子智能精量播种机具");
  await expect(page.getByText("转让方声明无其他权利负担").first()).toBeVisible();
  const operator = await openAs("venueOperator");
  const amend = async (paper: string, change: () => Promise<void>): Promise<void> => {
    await operator.goto(`/desk/listing-review/${listingId}`);
    await operator.getByRole("button", { name: "变更公告内容" }).click();
    await change();
    await dialog(operator).getByLabel("批准文件名称和文号").fill(paper);
    await dialog(operator).getByLabel("变更理由").fill("公告期内得知权利负担有变化。");
    await dialog(operator).getByRole("button", { name: "变更公告内容" }).click();
  };
  const field = (part: string) => operator.locator(`[id="disclosure.encumbrances.0.${part}"]`);
  await amend("科技成果转化领导小组纪要〔2026〕8号", async () => {
    await dialog(operator).getByRole("button", { name: "添加权利负担" }).click();
    await field("kind").selectOption("SEIZURE");
    await field("detail").fill("专利已质押，登记号 Y2026330000815（演示）。");
    await look(operator, "t2-01-amend-burdens");
  });
  await expect(dialog(operator).getByText(/被查封、冻结的权利不能处分/).first()).toBeVisible(WAIT);
  await field("kind").selectOption("PLEDGE");
  await dialog(operator).getByRole("button", { name: "变更公告内容" }).click();
  await expect(dialog(operator)).toBeHidden(WAIT);
  await page.goto(`/listings/${listingId}`);
  await expect(page.getByText(/登记号 Y2026330000815/).first()).toBeVisible(WAIT);
  await page.goto(`/en/listings/${listingId}`);
  await expect(page.getByText("Pledged", { exact: true }).first()).toBeVisible(WAIT);

  await amend("科技成果转化领导小组纪要〔2026〕9号", async () => dialog(operator).getByRole("button", { name: "删除第 1 项权利负担" }).click());
  await expect(dialog(operator)).toBeHidden(WAIT);
  await page.goto(`/listings/${listingId}`);
  await expect(page.getByText("转让方声明无其他权利负担").first()).toBeVisible(WAIT);
});

test("R1 search: the cards of an English page name the owner in English, where it has such a name", async ({ page }) => {
  await page.goto(`/en/results?q=${encodeURIComponent("播种机具")}`);
  const card = page.getByRole("main").getByRole("article").first();
  await expect(card).toBeVisible();
  await expect(card.getByText(/University/).first()).toBeVisible();
  await look(page, "r1-results-english");
});
