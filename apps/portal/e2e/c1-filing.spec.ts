import { look } from "./fixtures/look.ts";
import { expect, test } from "./fixtures/test.ts";

const WAIT = { timeout: 45_000 };

test.describe.serial("C1 filing: from an empty form to a text with hints", () => {
  test.use({ actionTimeout: 20_000 });
  test.setTimeout(180_000);

  test("C1 filing: the text is made from the template, checked against its words, and taken away as DOCX and PDF", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    await seller.goto("/desk/contracts/new");
    await seller.getByLabel("不涉及").check();
    await seller.locator("#projectName").fill("叶轮五轴加工误差补偿技术服务");
    await seller.getByRole("button", { name: "开始填写" }).click();
    await seller.waitForURL(/\/desk\/contracts\/[\da-f-]{36}$/);
    await test.step("help stands beside each field, with its article", async () => {
      await seller.locator('details:has(summary[title="填写说明"])').nth(1).locator("summary").click();
      await expect(seller.getByText("民法典第八百四十三条、第八百五十一条", { exact: false }).first()).toBeVisible();
    });
    await test.step("codes are found by part of their name", async () => {
      await seller.locator("#contractType").fill("一般性技术服务");
      await seller.getByRole("option", { name: /一般性技术服务/ }).click();
      await seller.locator("#turnover").fill("680000");
    });
    await test.step("the clause template is filled from the form", async () => {
      await seller.getByRole("button", { name: "按模板生成文本" }).click();
      await expect(seller.locator("#text")).toHaveValue(/技术服务合同[\s\S]*人民币680000\.00元/, WAIT);
      await expect(seller.getByText("已保存")).toBeVisible(WAIT);
      await look(seller, "c1-template");
    });
    await test.step("hints come with the words that led to them, and can be taken over", async () => {
      const text = "技术服务合同\n第一条 需要解决的技术问题：高速叶轮五轴数控机床加工轮廓误差达32微米，要求受托人运用误差补偿技术解决加工超差问题。\n第二条 报酬：合同总价68万元，其中零部件费9万元，技术服务费59万元。\n第三条 质量要求：轮廓误差降低至12微米，合格率提高到95%。";
      await seller.locator("#text").fill(text);
      await seller.getByRole("button", { name: "检查文本" }).click();
      await expect(seller.getByText("仅供填写时参考", { exact: false })).toBeVisible(WAIT);
      await look(seller, "c1-hints");
      await seller.getByRole("button", { name: "采用：技术领域" }).click();
      await seller.getByRole("button", { name: "采用费用明细：技术交易额" }).click();
      await expect(seller.locator("#techField")).toHaveValue(/先进制造/);
      await expect(seller.locator('[id="deductions.0.amount"]')).toHaveValue("90000");
      await expect(seller.locator("#text")).toHaveValue(text);
    });
    await test.step("it is taken away on paper", async () => {
      await expect(seller.getByText("已保存")).toBeVisible(WAIT);
      const url = `/api/v1/contracts/${seller.url().split("/").at(-1)}`;
      const [docx, pdf] = await Promise.all(["docx", "pdf"].map(async (kind) => (await seller.context().request.get(`${url}/text.${kind}`)).body()));
      expect(docx!.subarray(0, 2).toString()).toBe("PK");
      expect(pdf!.subarray(0, 5).toString()).toBe("%PDF-");
    });
    await test.step("the words of a file become the text, and the file is attached", async () => {
      await seller.locator('input[type="file"][accept=".docx,.pdf,.txt"]').setInputFiles({ name: "合同.txt", mimeType: "text/plain", buffer: Buffer.from("技术咨询合同\n咨询内容：可行性论证。", "utf8") });
      await seller.getByRole("button", { name: "替换" }).click();
      await expect(seller.locator("#text")).toHaveValue(/技术咨询合同/, WAIT);
      await expect(seller.locator('[id="attachments.A01"]').getByText("合同.txt")).toBeVisible();
    });
  });

  test("C4 tax: a visitor calculates, sees the steps and what is not certain", async ({ page }) => {
    await page.goto("/tax?kind=stamp");
    await page.locator("#amount").fill("1060000");
    await page.locator("#vatShown").fill("60000");
    await page.getByRole("button", { name: "计算" }).click();
    await expect(page.getByText("300.00").first()).toBeVisible(WAIT);
    await page.goto("/tax?kind=vat&asked=1&on=2026-06-01&contractType=11&price=1000000&goods=300000&goodsSeparated=on&registered=on&separateAccounts=on");
    await expect(page.getByText("尚未核实", { exact: false }).first()).toBeVisible();
    await expect(page.getByText("81,000.00").first()).toBeVisible();
    await look(page, "c4-vat");
    await page.goto("/tax?kind=income&asked=1&year=2025&contractType=21&revenue=12000000&cost=2000000&taxes=100000&registered=on&separateAccounts=on");
    await expect(page.getByText("612,500.00").first()).toBeVisible();
    await look(page, "c4-income");
  });

  test("C5 performance: a seller records what came in and sees the technical income; the tax proof is a paper", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    await seller.goto("/desk/performance");
    await look(seller, "c5-list");
    await seller.getByRole("main").getByRole("row").nth(1).getByRole("link").first().click();
    await seller.waitForURL(/\/desk\/performance\/[\da-f-]{36}$/);
    await seller.getByRole("button", { name: "登记到账" }).click();
    await seller.getByRole("dialog").locator("#target").selectOption("");
    await seller.getByRole("dialog").locator("#amount").fill("100");
    await look(seller, "c5-receipt");
    await seller.getByRole("dialog").getByRole("button", { name: "提交" }).click();
    await expect(seller.getByRole("dialog")).toBeHidden(WAIT);
    await look(seller, "c5-performance");
    const contractId = seller.url().split("/").at(-1);
    const proof = await (await seller.context().request.get(`/api/v1/registrations/${contractId}/tax-proof.pdf`)).body();
    expect(proof.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
