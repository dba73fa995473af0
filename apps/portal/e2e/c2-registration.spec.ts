import type { Locator, Page } from "@playwright/test";
import { beijing, dialog, until, WAIT } from "./fixtures/acts.ts";
import { look } from "./fixtures/look.ts";
import { fileContract } from "./fixtures/made-by-api.ts";
import { apiAs, domainNow, expect, test, type ApiClient } from "./fixtures/test.ts";

/** One contract is filed once, so every run of this has contracts of its own. */
const RUN = Math.floor(performance.timeOrigin / 1000) % 1_000_000;
const DECIDED = `石墨双极板涂层技术开发${RUN}`;
const CORRECTED = `叶轮裂纹声发射监测技术开发${RUN}`;
const REFUSED = `电主轴热误差补偿技术开发${RUN}`;

test.describe.serial("C2 C3 registration: a file from the desk to the public check", () => {
  test.use({ actionTimeout: 20_000 });
  const made: { decided?: string; corrected?: string; refused?: string; registrationNo?: string } = {};

  test("C2 registration: found, accepted, its amount corrected and numbered, all by keyboard", async ({ openAs }) => {
    const seller = await apiAs("universitySeller");
    const { items } = await seller.get<{ readonly items: readonly { readonly id: string }[] }>("/contracts?group=REGISTERED&limit=1");
    made.decided = await fileContract(seller, items[0]!.id, DECIDED, "460000");
    made.corrected = await fileContract(seller, items[0]!.id, CORRECTED, "300000");
    made.refused = await fileContract(seller, items[0]!.id, REFUSED, "280000");
    const registrar = await openAs("registrar");
    await registrar.goto("/desk/registration");
    await look(registrar, "c2-queue");
    await test.step("found by typing, opened by Enter, taken by L, accepted by A", async () => {
      await pressUntil(registrar, "/", () => expect(registrar.getByRole("searchbox")).toBeFocused({ timeout: 1_000 }));
      await registrar.keyboard.type(DECIDED);
      await registrar.keyboard.press("Enter");
      await expect(registrar).toHaveURL(/q=/);
      await expect(registrar.getByRole("link", { name: DECIDED })).toBeVisible(WAIT);
      await pressUntil(registrar, "j", () => expect(registrar.locator("[data-desk-row]").first()).toBeFocused({ timeout: 1_000 }));
      await registrar.keyboard.press("Enter");
      await expect(registrar.getByRole("heading", { name: DECIDED })).toBeVisible(WAIT);
      await pressUntil(registrar, "l", () => expect(registrar.getByText("我在办理").first()).toBeVisible({ timeout: 5_000 }));
      await registrar.keyboard.press("a");
      await expect(dialog(registrar)).toBeVisible();
      await registrar.keyboard.press("Enter");
      await expect(dialog(registrar)).toBeHidden(WAIT);
      await look(registrar, "c2-file");
    });
    await test.step("the worksheet takes off what is not technical, and says why", async () => {
      await expect(registrar.getByRole("button", { name: /^认定登记/ })).toBeVisible(WAIT);
      await registrar.keyboard.press("r");
      await tabTo(registrar, dialog(registrar).locator("#alsoDeducted"));
      await registrar.keyboard.type("60000");
      await expect(dialog(registrar).locator("[id='answers.technicalAmount']")).toHaveValue("400000");
      await tabTo(registrar, dialog(registrar).locator("[id='answers.note']"));
      await registrar.keyboard.type("涂层设备购置费六万元不属于技术交易额。");
      await look(registrar, "c2-worksheet");
      await tabTo(registrar, dialog(registrar).getByRole("button", { name: "认定登记" }));
      await registrar.keyboard.press("Enter");
      const receipt = dialog(registrar).getByRole("status").filter({ hasText: /20\d{14}/ });
      await expect(receipt).toBeVisible(WAIT);
      made.registrationNo = /20\d{14}/.exec((await receipt.textContent())!)![0];
    });
    expect(await seller.get(`/contracts/${made.decided}`)).toMatchObject({ state: "REGISTERED", registrationNo: made.registrationNo, technical: "400000.00" });
  });

  test("C2 registration: a correction is asked for once with all its points; a refusal can be appealed", async ({ openAs }) => {
    const registrar = await openAs("registrar");
    await registrar.goto(`/desk/registration?file=${made.corrected}`);
    const asking = dialog(registrar);
    await pressUntil(registrar, "c", () => expect(asking).toBeVisible({ timeout: 1_000 }));
    await asking.locator('[id="points.0.wanted"]').fill("请补充分项报价明细。");
    await asking.getByRole("button", { name: "增加一项" }).click();
    await asking.locator('[id="points.1.wanted"]').fill("请补充验收技术指标。");
    await look(registrar, "c2-correction");
    await asking.getByRole("button", { name: "要求补正" }).click();
    await expect(asking.getByText("已办理").first()).toBeVisible(WAIT);
    await asking.getByRole("button", { name: "留在本件" }).click();
    await expect(registrar.getByRole("button", { name: /^要求补正/ })).toHaveCount(0, WAIT);
    const office = await apiAs("registrar");
    await office.post(`/registration/files/${made.refused}/accept`, {});
    await office.post(`/registration/files/${made.refused}/refuse`, { reasons: [{ code: "RF08", fact: "合同标的为设备采购与安装，不含技术开发内容。" }] });
    const seller = await openAs("universitySeller");
    await seller.goto(`/desk/contracts/${made.corrected}`);
    for (const point of ["请补充分项报价明细。", "请补充验收技术指标。"]) await expect(seller.getByText(point).first()).toBeVisible();
    await look(seller, "c2-correction-own");
    await seller.goto(`/desk/contracts/${made.refused}`);
    await seller.getByRole("button", { name: "申请复议" }).click();
    await dialog(seller).locator("#grounds").fill("合同约定研制热误差补偿算法与控制器，设备仅为研制所需，属于技术开发。");
    await dialog(seller).getByRole("button", { name: "申请复议" }).click();
    await expect(seller.getByText("复议审理中")).toBeVisible(WAIT);
    await look(seller, "c2-appeal-own");
  });

  test("C3 registration: the province sends a refusal back and gives notice of a revocation; the party is heard, and a second person has to decide", async ({ openAs, page }) => {
    const province = await openAs("provincialAdministrator");
    await province.goto("/desk/appeals");
    await look(province, "c3-appeals");
    const card = province.locator("section", { hasText: REFUSED });
    await card.getByRole("button", { name: "责令重新认定" }).click();
    await dialog(province).locator("#reasons").fill("合同具有明确的研发目标，应当重新认定。");
    await dialog(province).getByRole("button", { name: "责令重新认定" }).click();
    await expect(card).toHaveCount(0, WAIT);
    expect(await (await apiAs("universitySeller")).get(`/contracts/${made.refused}`)).toMatchObject({ state: "SUBMITTED" });

    const api = await apiAs("provincialAdministrator");
    const reviewId = await until(() => reviewOf(api, made.registrationNo!));
    await province.goto(`/desk/provincial-review?review=${reviewId}`);
    await look(province, "c3-review");
    await pressUntil(province, "x", () => expect(dialog(province)).toBeVisible({ timeout: 1_000 }));
    await dialog(province).locator("#facts").fill("同一合同已由受让方所在地登记机构登记，双方、标的、金额与签订日期均相同。");
    await dialog(province).getByRole("button", { name: /拟撤销告知/ }).click();
    await expect(dialog(province)).toBeHidden(WAIT);
    const seller = await openAs("universitySeller");
    await seller.goto(`/desk/contracts/${made.decided}`);
    await seller.getByRole("button", { name: "提交陈述意见" }).click();
    await dialog(seller).locator("#statement").fill("两份合同标的不同：本合同为涂层工艺开发，另一份为设备采购。");
    await dialog(seller).getByRole("button", { name: "提交" }).click();
    await expect(seller.getByRole("button", { name: "提交陈述意见" })).toHaveCount(0, WAIT);
    expect((await api.call("POST", `/reviews/${reviewId}/revoke`, { documentNo: "浙科撤字〔2026〕9号", reasons: "陈述意见没有证据支持，不能成立。" })).status).toBe(403);

    await page.goto(`/verify?q=${made.registrationNo}`);
    await expect(page.getByText(made.registrationNo!).first()).toBeVisible(WAIT);
    await look(page, "c3-verify");
    await page.goto("/revocations");
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
    await look(page, "c3-revocations");
  });
});

test("C3 registration: after a revocation the party reports its reliefs, and the province writes down what is true and no more", async ({ openAs }) => {
  test.setTimeout(120_000);
  const seller = await openAs("universitySeller");
  await seller.goto("/desk");
  await seller.getByRole("listitem").filter({ hasText: "登记已撤销，待报告税收优惠" }).getByRole("link").click();
  await seller.getByRole("button", { name: "报告税收优惠" }).click();
  const report = dialog(seller).getByRole("button", { name: "报告税收优惠" });
  await report.click();
  await expect(dialog(seller).getByRole("alert")).toContainText("已享受的优惠合计（元）：请填写这一项。");
  await dialog(seller).getByLabel("已享受的优惠合计").fill("40800");
  await report.click();
  await expect(dialog(seller)).toBeHidden(WAIT);
  await expect(seller.getByText("尚欠 ¥40,800.00")).toBeVisible(WAIT);
  await look(seller, "c3-relief-reported");

  const province = await openAs("provincialAdministrator");
  await province.goto(new URL(seller.url()).pathname);
  const repayment = province.getByRole("listitem").filter({ hasText: /缴回税收优惠 · 由当事人办理/ });
  await expect(repayment).toContainText("待办");
  await province.getByRole("button", { name: "登记处理情况" }).click();
  const said = dialog(province);
  const amount = said.getByLabel("金额（元）");
  await said.getByLabel("事项").selectOption({ label: "已函告税务、财政机关" });
  await expect(amount).toHaveCount(0); // a letter has no amount
  await said.getByLabel("文号").fill("浙科罚〔2026〕3号");
  await said.getByLabel("日期").fill(beijing(await domainNow()).slice(0, 10));
  for (const [matter, typed, answer] of [["对登记机构处以罚款", "100", "罚款幅度为 5000.00 元至 20000.00 元"], ["税收优惠已缴回", "40800.01", "超过尚应缴纳的 40800.00 元"]] as const) {
    await said.getByLabel("事项").selectOption({ label: matter });
    await amount.fill(typed);
    await said.getByRole("button", { name: "登记处理情况" }).click();
    await expect(said.getByRole("alert")).toContainText(answer);
  }
  await look(province, "c3-more-than-owed");
  await amount.fill("40800");
  await said.getByRole("button", { name: "登记处理情况" }).click();
  await expect(said).toBeHidden(WAIT);
  await expect(province.getByText(/^税收优惠已缴回/)).toBeVisible(WAIT);
  await expect(repayment).toContainText("已办");
});

/** Keys work once the script of the page does. */
async function pressUntil(page: Page, key: string, seen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await seen();
  }).toPass(WAIT);
}

/** Moves the focus on, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not get there.");
}

async function reviewOf(administrator: ApiClient, registrationNo: string): Promise<string | undefined> {
  const { items } = await administrator.get<{ readonly items: readonly { readonly reviewId: string }[] }>(`/reviews?text=${registrationNo}`);
  return items[0]?.reviewId;
}
