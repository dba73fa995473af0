import { apiAs, domainNow, expect, personIn, test } from "./fixtures/test.ts";

const MINUTE = 60_000;

test.describe("X6 operations", () => {
  test("X6 operations: an operator sees that all is well, and moves the clock forward; an auditor sees who did it", async ({ openAs }) => {
    const operator = await openAs("operations");
    await operator.goto("/desk/operations");
    await expect(operator.getByRole("heading", { name: "平台运行", level: 1 })).toBeVisible();
    await expect(operator.getByRole("table", { name: "后台进程" }).getByRole("row")).not.toHaveCount(1); // at least one worker under the head

    const before = await domainNow();
    await operator.getByRole("link", { name: "业务时钟" }).click();
    await operator.getByLabel("拨动方式").selectOption("1 小时");
    await operator.getByRole("button", { name: "向前拨动业务时钟" }).click();
    await expect(operator.getByRole("status")).toContainText("业务时间已拨到");
    expect((await domainNow()).getTime() - before.getTime()).toBeGreaterThanOrEqual(60 * MINUTE);

    const auditor = await openAs("auditor");
    await auditor.goto("/desk/audit?act=clock.move");
    await expect(auditor.getByRole("row").nth(1)).toContainText(personIn("operations").name);
    await auditor.getByRole("row").nth(1).getByRole("link").first().click();
    await expect(auditor.getByRole("table", { name: "变更内容" })).toContainText("now");
    await expect(async () => {
      await auditor.reload();
      await expect(auditor.getByText("尚未封存")).toHaveCount(0);
    }).toPass({ timeout: 30_000 });
  });

  test("X6 operations: nobody else gets there, by page or by API", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    for (const place of ["/desk/operations", "/desk/operations/jobs", "/desk/clock", "/desk/mailbox", "/desk/audit"]) {
      await seller.goto(place);
      await expect(seller.getByRole("heading", { name: /平台运行|失败任务|业务时钟|开发信箱|操作留痕/, level: 1 }), place).toHaveCount(0);
    }
    const api = await apiAs("universitySeller");
    for (const [method, path] of [["GET", "/operations"], ["GET", "/operations/jobs"], ["POST", "/clock/advance"], ["GET", "/mailbox"], ["GET", "/audit/entries"]] as const) {
      expect((await api.call(method, path, method === "POST" ? { days: 1 } : undefined)).status, path).toBe(403);
    }
  });

  test("X4 record: the seals and the description of the API are open to everybody, and agree with each other", async ({ page }) => {
    await page.goto("/docs/seals");
    await expect(page.getByRole("table", { name: "留痕封存公告" }).getByRole("row")).not.toHaveCount(1);
    await page.getByRole("link", { name: "接口", exact: true }).click();
    await expect(page.getByRole("link", { name: "/clock/advance", exact: true })).toBeVisible();
    const described = (await (await page.request.get("/api/v1/openapi.json")).json()) as { readonly openapi: string; readonly paths: Readonly<Record<string, unknown>> };
    expect(described.openapi).toBe("3.1.1");
    const shown = (await page.locator("main").textContent()) ?? "";
    expect(Object.keys(described.paths).filter((path) => !shown.includes(path))).toEqual([]);
    await page.getByRole("link", { name: "/clock/advance", exact: true }).click();
    await expect(page.locator("#postClockAdvance")).toBeInViewport();
    const refusal = (await (await page.request.get("/api/v1/no-such-address")).json()) as { readonly type: string; readonly code: string };
    await page.goto(refusal.type);
    await expect(page.locator(`#${refusal.code}`)).toBeInViewport();
  });
});
