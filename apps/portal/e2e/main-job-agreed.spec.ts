import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { actAndConfirm, beijing, chooseFound, dialog, WAIT } from "./fixtures/acts.ts";
import { look } from "./fixtures/look.ts";
import { aPdf, fileContract, publishResult } from "./fixtures/made-by-api.ts";
import { apiAs, domainNow, expect, moveClock, test, unitOf } from "./fixtures/test.ts";

/** The exchange publishes rules by which the buyer bears so much of its fee, in basis points. */
async function shareTheFee(operator: Page, basisPoints: string): Promise<void> {
  await operator.goto("/desk/listing-review");
  await operator.getByRole("button", { name: "公布规则修改" }).click();
  await dialog(operator).getByLabel("服务费中受让方承担的比例").fill(basisPoints);
  await dialog(operator).getByLabel("修改理由").fill("征求会员单位意见后调整服务费分担比例。");
  await dialog(operator).getByLabel("意见反馈方式和期限").fill("rules@venue.demo.ttx.example，施行前 1 日止");
  await dialog(operator).getByRole("button", { name: "公布规则修改" }).click();
  await expect(dialog(operator)).toBeHidden(WAIT);
}

/** The seller says that the result's project asks for its funder's consent, which is not there yet. */
async function declareProject(seller: Page, resultId: string): Promise<void> {
  await seller.goto(`/desk/results/${resultId}/project-contract`);
  await seller.locator("#projectNo").fill("2024ZDZX0107");
  await seller.locator("#funder").fill("浙江省科技厅");
  await seller.locator("#demand").selectOption("CONSENT");
  await seller.locator("#clause").fill("成果转让、独占许可的，承担单位应事先征得资助方书面同意。");
  await seller.getByRole("button", { name: "申报", exact: true }).click();
  await expect(seller.getByText("须经资助方同意，尚未登记同意文件").first()).toBeVisible(WAIT);
  await look(seller, "46b-project-contract");
}

async function giveConsent(seller: Page, resultId: string): Promise<void> {
  await seller.goto(`/desk/results/${resultId}/project-contract`);
  await seller.locator("#consentNo").fill("浙科函〔2026〕41号");
  await seller.locator("#consentOn").fill(beijing(await domainNow()).slice(0, 10));
  // The file takes its time; whoever sends the form meanwhile has not forgotten it.
  await seller.route("**/api/v1/documents?**", async (route) => sleep(1_000).then(() => route.continue()));
  await seller.locator('input[type="file"]').setInputFiles({ name: "同意函.pdf", mimeType: "application/pdf", buffer: aPdf("同意函") });
  await expect(seller.getByText("同意函.pdf").first()).toBeVisible(WAIT);
  await seller.getByRole("button", { name: "更新申报", exact: true }).click();
  await expect(seller.getByText(/资助方已同意（浙科函/).first()).toBeVisible(WAIT);
  await look(seller, "46c-consent");
}

test.describe.serial("the main job by agreed price", () => {
  test.use({ actionTimeout: 20_000 });
  test.setTimeout(300_000);
  let agreedContractId = "";

  test("by agreed price: prepared, confirmed, fifteen days on notice, then signed", async ({ openAs, page }) => {
    const title = "高强铝合金薄壁铸件差压铸造技术";
    const operator = await openAs("venueOperator");
    await shareTheFee(operator, "5000");
    await moveClock({ days: 9 }); // a change of the rules is published seven whole days ahead
    const seller = await openAs("universitySeller");
    const { resultId } = await publishResult(await apiAs("universitySeller"), title);
    await declareProject(seller, resultId);
    await seller.goto(`/desk/notices/new?result=${resultId}`);
    await chooseFound(seller, "buyerId", unitOf("buyerOne"));
    await chooseFound(seller, "venueId", unitOf("venueOperator"));
    await seller.locator('[id="payment.price"]').fill("180");
    await seller.locator("#priceBasis").fill("参照第三方评估报告与同类成果成交价，经课题组与技术转移中心三轮磋商确定。");
    await seller.locator("#decisionBody").fill("学校科技成果转化领导小组");
    await seller.locator("#decisionOn").fill(beijing(await domainNow()).slice(0, 10));
    await seller.locator("#unitPlace").fill("学校官网“通知公告”栏目");
    await seller.locator("#objectionChannel").fill("科研院 0571-88990022 tto@univ.demo.ttx.example");
    await look(seller, "44-notice-form");
    await seller.getByRole("button", { name: /保存/ }).click();
    await seller.waitForURL(/\/desk\/notices\/[\da-f-]{36}$/);
    const noticeId = seller.url().split("/").at(-1)!;
    await look(seller, "45-notice-prepared");

    const buyer = await openAs("buyerOne");
    await buyer.goto("/desk/notices");
    await buyer.getByRole("link", { name: title }).first().click();
    await look(buyer, "46-notice-to-confirm");
    await actAndConfirm(buyer, /^确认/);
    await seller.reload();
    await seller.getByRole("main").getByRole("button", { name: /^发布/ }).first().click();
    await dialog(seller).getByRole("button", { name: /^发布/ }).last().click();
    await expect(dialog(seller).getByText(/项目合同约定处置须经资助方同意/).first()).toBeVisible();
    await look(seller, "46a-consent-missing");
    await giveConsent(seller, resultId);
    await seller.goto(`/desk/notices/${noticeId}`);
    await actAndConfirm(seller, /^发布/);
    await shareTheFee(operator, "0"); // the notice keeps the tariff of its day
    await page.goto(`/notices/${noticeId}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await expect(page.getByText(/受让方承担 50%，在价款之外另付/)).toBeVisible();
    await expect(page.getByText(/项目 2024ZDZX0107（浙江省科技厅资助）：资助方已同意/)).toBeVisible();
    await look(page, "47-notice-public");

    await moveClock({ days: 21 }); // fifteen days, and a last day that may be moved over a long holiday
    await expect(async () => {
      await seller.reload();
      await expect(seller.getByRole("main").getByRole("button", { name: /成交/ }).first()).toBeVisible({ timeout: 1_000 });
    }).toPass(WAIT);
    await look(seller, "48-notice-cleared");
    await actAndConfirm(seller, /成交/);
    await seller.waitForURL(/\/desk\/deals/);
    await seller.getByRole("link", { name: title }).first().click();
    await seller.waitForURL(/\/desk\/deals\/[\da-f-]{36}$/);
    await seller.getByRole("button", { name: "按模板生成文本" }).click();
    await expect(seller.locator("#contractText")).not.toHaveValue("", WAIT);
    await seller.getByRole("button", { name: "保存并提交双方签署" }).click();
    await expect(seller.getByRole("button", { name: "签署合同" })).toBeVisible(WAIT);
    await buyer.goto(seller.url());
    for (const party of [buyer, seller]) await actAndConfirm(party, "签署合同");
    await expect(async () => {
      await seller.reload();
      await expect(seller.getByRole("link", { name: "查看登记申请" })).toBeVisible({ timeout: 1_000 });
    }).toPass(WAIT);
    await look(seller, "49-agreed-signed");
    await buyer.goto(seller.url());
    await expect(buyer.getByText("受让方支付服务费").or(buyer.getByText("受让方付款")).first()).toBeVisible();
    for (const act of ["支付第 1 期", "支付服务费"]) await actAndConfirm(buyer, act);
    await expect(buyer.getByText(/受让方承担 50%，计 ¥?[\d,.]+.*已付清/).first()).toBeVisible(WAIT);
    await expect(buyer.getByText("交易机构出具凭证").first()).toBeVisible(WAIT);
    await look(buyer, "49a-agreed-paid");
    agreedContractId = (await seller.getByRole("link", { name: "查看登记申请" }).getAttribute("href"))!.split("/").at(-1)!;
  });

  test("two contracts that look like one split in two reach the province's risk desk", async ({ openAs }) => {
    const seller = await apiAs("universitySeller");
    const registrar = await apiAs("registrar");
    for (const name of ["盐穴储气库完整性监测技术研究", "隧道渗漏水红外识别方法研究"]) {
      const contractId = await fileContract(seller, agreedContractId, name, "4800000");
      await registrar.post(`/registration/files/${contractId}/accept`, {});
      await registrar.post(`/registration/files/${contractId}/register`, { answers: { isTechnologyContract: true, contractType: "11", technicalAmount: "4800000" } });
    }
    const province = await openAs("provincialAdministrator");
    const alert = province.getByRole("row").filter({ hasText: /R02/ }).filter({ hasText: unitOf("universitySeller") }).getByRole("link").first();
    await expect(async () => {
      await province.goto("/desk/risk");
      await expect(alert).toBeVisible({ timeout: 1_500 });
    }).toPass(WAIT);
    await look(province, "50-risk-desk");
    await alert.click();
    await expect(province.getByRole("button", { name: "发出说明请求" })).toBeVisible(WAIT);
    await look(province, "51-alert");
    await province.getByRole("button", { name: "发出说明请求" }).click();
    await expect(province.getByText("请登记单位说明").first()).toBeVisible();
    const asked = await openAs("universitySeller");
    await expect(async () => {
      await asked.goto("/desk/explanations");
      await expect(asked.getByRole("main").getByRole("row").nth(1).getByRole("link")).toBeVisible({ timeout: 1_500 });
    }).toPass(WAIT);
    await asked.getByRole("main").getByRole("row").nth(1).getByRole("link").click();
    await asked.locator("#explanation").fill("两份合同分属两个课题组，研究内容、验收指标和经费来源均不相同，立项时间相近属于巧合，附两份立项批复。");
    await look(asked, "52-explain");
    await asked.getByRole("button", { name: "提交说明" }).click();
    await expect(asked.getByText("已提交的说明")).toBeVisible(WAIT);
    await province.reload();
    await province.getByLabel("已说明", { exact: true }).check();
    await province.locator("#note").fill("已核对两份合同文本、立项批复和经费来源，研究内容不同，不属于拆分。");
    await look(province, "53-conclude");
    await province.getByRole("button", { name: "办结", exact: true }).click();
    await expect(province.getByText("已办结").first()).toBeVisible(WAIT);
    await look(province, "54-concluded");
  });
});
