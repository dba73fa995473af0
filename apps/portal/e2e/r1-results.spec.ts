import { look } from "./fixtures/look.ts";
import { apiAs, expect, test } from "./fixtures/test.ts";

const WAIT = { timeout: 45_000 };
const SUMMARY = "面向水泥窑低温余热，采用双级有机工质膨胀与变工况自适应控制，发电效率比单级系统提高百分之十八，已在两条生产线稳定运行十个月，第三方检测全部达标。";

test.describe("R1 results", () => {
  test("R1 results: a table is handed in, good rows go in, the bad one says where and why, and nothing is entered twice", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    await seller.goto("/desk/results");
    await seller.getByRole("link", { name: "批量提交" }).click();
    await expect(seller.getByRole("heading", { level: 1 })).toHaveText("批量提交成果");
    await look(seller, "r1-import");
    const answer = await seller.request.get("/api/v1/import-templates/result?format=csv&lang=zh");
    const headings = (await answer.text()).replace(/^\uFEFF/, "").trim().split(",");
    const row = (title: string, shares: string): string =>
      headings.map((heading) => ({ 成果名称: title, 成果简介: SUMMARY, 技术领域: "新能源与高效节能", 所处阶段: "中试阶段", 技术就绪度: "6", 交易方式: "转让、许可", "意向价格（元）": "1800000", 完成人: shares, 保密审查结论: "不涉密", 保密审查责任人: "周慎", 联系人: "赵联", 联系电话: "0571-88001234" })[heading] ?? "").join(",");
    const file = [headings.join(","), row("双级有机朗肯循环余热发电成套技术", "钱研|能源学院|100%"), row("余热发电变工况自适应控制系统", "钱研|能源学院|60%；孙创|能源学院|30%")].join("\r\n");
    for (const [round, good] of ["已录入", "此前已录入"].entries()) {
      await seller.goto("/desk/results/import");
      await seller.locator("#table").setInputFiles({ name: `汇交${round}.csv`, mimeType: "text/csv", buffer: Buffer.from(`${file}${"\r\n".repeat(round)}`) });
      await expect(seller.getByText("已上传")).toBeVisible(WAIT);
      await seller.getByRole("button", { name: "提交表格" }).click();
      await seller.waitForURL(/\/desk\/imports\/[\da-f-]{36}$/);
      await expect(seller.getByText("处理完毕").first()).toBeVisible(WAIT);
      await expect(seller.getByRole("row").filter({ hasText: "双级有机朗肯" })).toContainText(good);
      await expect(seller.getByRole("row").filter({ hasText: "变工况自适应" })).toContainText("完成人份额合计应为 100%");
    }
    await look(seller, "r1-import-report");
    const download = seller.waitForEvent("download");
    await seller.getByRole("link", { name: "只下载未录入的行" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test("R1 results: while one types, a like result is named", async ({ openAs }) => {
    const api = await apiAs("universitySeller");
    const { items } = await api.get<{ items: { title: string }[] }>("/results?limit=1");
    const { resultId } = await api.post<{ resultId: string }>("/results", { secrecy: "NO", secrecyOfficer: "周慎" });
    const seller = await openAs("universitySeller");
    await seller.goto(`/desk/results/${resultId}`);
    await seller.locator("#title").fill(`${items[0]!.title}及应用`);
    await expect(seller.getByText("可能重复的成果")).toBeVisible(WAIT);
    await expect(seller.getByRole("link", { name: items[0]!.title })).toBeVisible();
    await look(seller, "r1-doubles");
  });

  test("R1 results: a buyer compares, follows, shares; the owner sees the interest", async ({ openAs }) => {
    const buyer = await openAs("buyerOne");
    await buyer.goto("/results?q=电池");
    await buyer.getByRole("article").first().getByRole("link").first().click();
    await expect(buyer.getByRole("button", { name: /^(关注|已关注)$/ })).toBeEnabled(WAIT);
    const follow = buyer.getByRole("button", { name: "关注", exact: true });
    if (await follow.isVisible()) await follow.click();
    await expect(buyer.getByRole("button", { name: "已关注" })).toBeVisible(WAIT);
    await buyer.getByRole("button", { name: "分享" }).click();
    await expect(buyer.getByRole("img", { name: "扫描二维码打开本页" })).toBeVisible();
    await buyer.keyboard.press("Escape");
    await buyer.getByRole("link", { name: "对比", exact: true }).click();
    await buyer.getByRole("link", { name: /^加入对比/ }).first().click();
    await expect(buyer.getByRole("columnheader")).toHaveCount(3);
    await look(buyer, "r1-compare");
    await buyer.goto("/desk/following");
    await expect(buyer.getByRole("row").nth(1)).toBeVisible();
    const seller = await openAs("universitySeller");
    await seller.goto("/desk/results");
    await expect(seller.getByRole("table", { name: "关注度" })).toBeVisible();
  });
});
