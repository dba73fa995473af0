import { look } from "./fixtures/look.ts";
import { expect, test } from "./fixtures/test.ts";

test.describe("R1 search", () => {
  test("R1 search: one box over everything, narrowed by kind and filter, at an address that can be sent", async ({ page, browser }) => {
    await page.goto("/");
    await page.getByLabel("技术名称、领域、单位或编号").fill("电池");
    await page.getByRole("button", { name: "搜索" }).click();
    await expect(page).toHaveURL(/\/search\?/);
    await expect(page.getByRole("article").first().locator("mark").first()).toHaveText("电池");
    await look(page, "r1-search");
    await page.getByRole("navigation", { name: "查找范围" }).getByRole("link", { name: /^科技成果/ }).click();
    await expect(page).toHaveURL(/kind=RESULT/);
    await page.getByRole("group", { name: "筛选" }).getByRole("link", { name: /新能源与高效节能/ }).click();
    await expect(page).toHaveURL(/field=06/);
    const [address, count] = [page.url(), await page.getByRole("status").first().textContent()];
    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(address);
    await expect(elsewhere.getByRole("status").first()).toHaveText(count!);
    await elsewhere.context().close();
  });

  test("R1 search: a slip is forgiven and said, nonsense leads on, and what may be meant is named while typing", async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent("谐波减数器")}`);
    await expect(page.getByText("没有与所搜词语完全相符的内容")).toBeVisible();
    await expect(page.getByRole("article").first()).toContainText("谐波减速器");
    await page.locator("#q").fill("钙钛");
    await expect(page.locator("#q-suggestions option").first()).toHaveAttribute("value", /钙钛矿/);
    await page.goto(`/search?q=${encodeURIComponent("龘龘龘")}`);
    await expect(page.getByText("没有找到相关内容")).toBeVisible();
  });
});
