import type { Locator, Page } from "@playwright/test";
import { look } from "./fixtures/look.ts";
import { apiAs, domainNow, expect, test, unitOf } from "./fixtures/test.ts";

const WAIT = { timeout: 45_000 };

function dialog(page: Page): Locator {
  return page.getByRole("dialog");
}

async function actAndConfirm(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
  await dialog(page).getByRole("button", { name, exact: true }).last().click();
  await expect(dialog(page)).toBeHidden(WAIT);
}

test("T5 negotiation: the agreement is signed first, offers go back and forth live, and what is agreed goes on to the public notice", async ({ openAs }) => {
  test.setTimeout(240_000);
  const title = "超临界二氧化碳萃取植物精油技术";
  const api = await apiAs("universitySeller");
  const { resultId, version } = await api.post<{ readonly resultId: string; readonly version: number }>("/results", {
    secrecy: "NO", secrecyOfficer: "周慎", title, field: "05", stage: "PILOT", readinessLevel: 6, tradeModes: ["ASSIGNMENT", "LICENCE"], askedPrice: "900000", divisionCode: "330106",
    summary: "以超临界二氧化碳为溶剂，结合分级减压分离与在线监测，植物精油得率提高三成，无溶剂残留，单位能耗降低两成，已在两家企业完成中试，产品通过第三方检测，可用于日化和食品添加剂行业。",
    contactName: "成果转化办公室", contactPhone: "0571-88990011", completers: [{ name: "李萃", unit: "化工学院", shareBp: 10_000 }], rights: [{ kind: "1", title: "萃取工艺参数", status: "SECRET" }],
  });
  await api.post(`/results/${resultId}/publish`, { version });

  const buyer = await openAs("buyerOne");
  await buyer.goto(`/desk/negotiations/new?result=${resultId}`);
  await buyer.getByRole("main").getByRole("button", { name: "发起洽谈" }).click();
  await buyer.waitForURL(/\/desk\/negotiations\/[\da-f-]{36}$/);
  await expect(buyer.getByText("您本人签署后才能看到洽谈内容")).toBeVisible();
  await look(buyer, "t5-01-agreement");
  await actAndConfirm(buyer, "签署保密协议");
  const seller = await openAs("universitySeller");
  await seller.goto(new URL(buyer.url()).pathname);
  await actAndConfirm(seller, "签署保密协议");
  await expect(seller.getByText("实时更新中")).toBeVisible(WAIT);

  await seller.getByRole("link", { name: "提出条款" }).click();
  await seller.waitForURL(/\/offer$/);
  await seller.locator('[id="terms.payment.price"]').fill("90");
  await seller.getByRole("button", { name: "提出条款" }).click();
  await seller.waitForURL(/\/desk\/negotiations\/[\da-f-]{36}$/);
  await buyer.reload();
  await buyer.getByRole("link", { name: "提出反要约" }).click();
  await buyer.locator('[id="terms.payment.price"]').fill("80");
  await buyer.getByRole("button", { name: "提出条款" }).click();
  await buyer.waitForURL(/\/desk\/negotiations\/[\da-f-]{36}$/);
  // Told by the event stream, nobody reloads.
  await expect(seller.getByText("第 2 号条款")).toBeVisible(WAIT);
  await expect(seller.getByText("与上一条款相比")).toBeVisible();
  await look(seller, "t5-02-counter-offer");
  await seller.locator("#text").fill("可以接受，请安排签约。");
  await seller.getByRole("button", { name: "发送" }).click();
  await expect(buyer.getByText("可以接受，请安排签约。")).toBeVisible(WAIT);
  await actAndConfirm(seller, "接受条款");
  await expect(buyer.getByText("双方已达成一致，由转让方转入公示")).toBeVisible(WAIT);

  await seller.getByRole("link", { name: "转入协议定价公示" }).click();
  await seller.waitForURL(/\/notice$/);
  await seller.locator("#priceBasis").fill("经课题组与技术转移中心三轮磋商，参照同类成果许可价格确定。");
  await seller.locator("#decisionBody").fill("学校科技成果转化领导小组");
  await seller.locator("#decisionOn").fill((await domainNow()).toISOString().slice(0, 10));
  await seller.locator("#unitPlace").fill("学校官网“通知公告”栏目");
  await seller.locator("#objectionChannel").fill("科研院 0571-88990022");
  await seller.getByRole("button", { name: "转入协议定价公示" }).click();
  await seller.waitForURL(/\/desk\/notices\/[\da-f-]{36}$/);
  await expect(seller.getByText(unitOf("buyerOne")).first()).toBeVisible();
  await look(seller, "t5-03-notice");

  const outsider = await openAs("buyerTwo");
  await outsider.goto(new URL(buyer.url()).pathname);
  await expect(outsider.getByText(title)).toHaveCount(0);
});
