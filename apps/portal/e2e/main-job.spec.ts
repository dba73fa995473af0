import { beijing, chooseFound, dialog, until, WAIT } from "./fixtures/acts.ts";
import { API } from "./fixtures/addresses.ts";
import { look } from "./fixtures/look.ts";
import { aPdf } from "./fixtures/made-by-api.ts";
import { apiAs, expect, moveClock, test, unitOf, type StoryRole } from "./fixtures/test.ts";

/** What one test leaves to the next. */
type Job = {
  resultId: string;
  title: string;
  listingId: string;
  auctionId: string;
  dealId: string;
  priceYuan: number;
  contractId: string;
  registrationNo: string;
};

const BUYERS: readonly StoryRole[] = ["buyerOne", "buyerTwo", "buyerThree"];

test.describe.serial("the main job by auction", () => {
  test.use({ actionTimeout: 20_000 });
  test.setTimeout(300_000);
  const job: Partial<Job> = {};

  test("a university posts a result and offers it on the market", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    job.title = "固态电池硫化物电解质连续化制备技术";
    await test.step("the result is saved as one types and published", async () => {
      await seller.goto("/desk/results/new");
      await seller.getByLabel("不涉及，已经本单位保密审查").check();
      await seller.locator("#secrecyOfficer").fill("周慎");
      await look(seller, "01-result-new");
      await seller.getByRole("button", { name: "继续" }).click();
      await seller.waitForURL(/\/desk\/results\/[\da-f-]{36}$/);
      job.resultId = seller.url().split("/").at(-1)!;
      await seller.locator("#title").fill(job.title!);
      await expect(seller.getByText("已保存")).toBeVisible(WAIT);
      await seller.reload();
      await expect(seller.locator("#title")).toHaveValue(job.title!); // nothing typed is lost
      await seller.locator("#summary").fill("以机械化学合成与气流分级相结合，实现硫化物固态电解质的连续化制备，室温离子电导率稳定在每厘米八毫西门子以上，单线年产能达到三十吨，批次一致性优于百分之三，已向两家电池企业送样验证，可用于全固态动力电池与储能电池。");
      await seller.locator("#field").selectOption({ index: 5 });
      await chooseFound(seller, "divisionCode", "西湖区");
      await seller.getByLabel(/中试/).check();
      await seller.locator("#readinessLevel").selectOption("6");
      await seller.locator('[id="tradeModes.ASSIGNMENT"]').check();
      await seller.locator("#askedPrice").fill("320");
      await seller.getByRole("button", { name: "添加完成人" }).click();
      await seller.locator('[id="completers.0.name"]').fill("钱研");
      await seller.getByRole("button", { name: "添加知识产权" }).click();
      await seller.locator('[id="rights.0.kind"]').selectOption("1");
      await seller.locator('[id="rights.0.title"]').fill("硫化物电解质连续制备工艺参数");
      await seller.locator("#contactName").fill("成果转化办公室");
      await seller.locator("#contactPhone").fill("0571-88990011");
      await expect(seller.getByText("信息已齐备，可以发布")).toBeVisible();
      await look(seller, "02-result-form");
      await seller.getByRole("button", { name: "发布成果" }).click();
      await dialog(seller).getByRole("button", { name: "发布成果" }).click();
      await expect(seller.getByRole("link", { name: "去挂牌" })).toBeVisible(WAIT);
      await look(seller, "03-result-published");
    });
    await test.step("it is offered through an exchange, with its materials", async () => {
      await seller.getByRole("link", { name: "去挂牌" }).click();
      await seller.waitForURL(/\/desk\/listings\/new/);
      await expect(seller.locator("#resultId")).toHaveValue(job.resultId!);
      await seller.locator("#venueId").selectOption({ label: unitOf("venueOperator") });
      await look(seller, "04-listing-new");
      await seller.getByRole("button", { name: "开始填写" }).click();
      await seller.waitForURL(/\/desk\/listings\/[\da-f-]{36}$/);
      job.listingId = seller.url().split("/").at(-1)!;
      await seller.locator("#basis").fill("300");
      await seller.locator("#buyerConditions").fill("具有独立法人资格");
      const notes = seller.locator('[id^="note-"]');
      for (let at = 0; at < (await notes.count()); at += 1) await notes.nth(at).fill("材料齐备，原件备查。");
      await seller.locator("#file-TITLE_PROOF").setInputFiles({ name: "权属证明.pdf", mimeType: "application/pdf", buffer: aPdf() });
      await expect(seller.locator('[id="materials.TITLE_PROOF"]').getByText("已上传")).toBeVisible();
      await seller.locator('[id="declarations.isTruthful"]').check();
      await expect(seller.getByText("内容齐全，可以提交")).toBeVisible();
      await look(seller, "05-listing-form");
      await seller.getByRole("button", { name: "提交形式审查" }).click();
      await dialog(seller).getByRole("button", { name: "提交形式审查" }).click();
      await expect(seller.getByText("可办理事项")).toBeVisible(WAIT);
      await expect(seller.getByText(/等待|审查/).first()).toBeVisible();
      await look(seller, "06-listing-submitted");
    });
  });

  test("the exchange reviews the listing and publishes it", async ({ openAs, page }) => {
    const reviewer = await openAs("venueReviewer");
    await reviewer.goto("/desk/listing-review");
    await look(reviewer, "07-review-queue");
    await reviewer.getByRole("link", { name: job.title! }).click();
    await reviewer.getByRole("button", { name: "受理", exact: true }).click();
    await look(reviewer, "08-review");
    await dialog(reviewer).getByRole("button", { name: "受理", exact: true }).click();
    await expect(reviewer.getByText("目前没有需要您办理的事项。")).toBeVisible(WAIT);
    const operator = await openAs("venueOperator");
    await operator.goto("/desk/listing-review");
    await operator.getByRole("link", { name: job.title! }).click();
    await operator.getByRole("button", { name: "正式挂牌" }).click();
    await dialog(operator).getByRole("button", { name: "正式挂牌" }).click();
    await expect(operator.getByRole("link", { name: "查看公开页面" })).toBeVisible(WAIT);
    await look(operator, "09-published-desk");
    await page.goto(`/listings/${job.listingId}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(job.title!);
    await look(page, "10-listing-public");
  });

  test("three buyers register, are qualified and pay their deposits", async ({ openAs }) => {
    const buyers = await Promise.all(BUYERS.map((role) => openAs(role)));
    for (const [at, buyer] of buyers.entries()) {
      await buyer.goto(`/listings/${job.listingId}`);
      await buyer.getByRole("button", { name: "登记受让意向" }).click();
      await dialog(buyer).locator("#statement").fill("本单位为独立法人，从事储能电池研发与制造，具备产业化条件。");
      await dialog(buyer).locator("#declaresNoTies").check();
      if (at === 0) await look(buyer, "11-intent-dialog");
      await dialog(buyer).getByRole("button", { name: "提交登记" }).click();
      await buyer.waitForURL(/\/desk\/intents\//);
      if (at === 0) await look(buyer, "12-intent-registered");
    }
    const reviewer = await openAs("venueReviewer");
    await reviewer.goto(`/desk/listing-review/${job.listingId}`);
    await look(reviewer, "13-intents-to-qualify");
    for (let left = BUYERS.length; left > 0; left -= 1) {
      const qualify = reviewer.getByRole("button", { name: "资格通过" });
      await expect(qualify).toHaveCount(left, WAIT);
      await reviewer.getByLabel("符合", { exact: true }).first().check();
      await qualify.first().click();
    }
    await expect(reviewer.getByRole("button", { name: "资格通过" })).toHaveCount(0, WAIT);
    for (const [at, buyer] of buyers.entries()) {
      await buyer.reload();
      if (at === 0) await look(buyer, "14-deposit-asked");
      await buyer.getByRole("button", { name: /^立即交纳/ }).click();
      await dialog(buyer).getByRole("button", { name: /^立即交纳/ }).click();
      await expect(buyer.getByText(/竞买号 ?\d+/).first()).toBeVisible(WAIT);
      if (at === 0) await look(buyer, "15-admitted");
    }
  });

  test("operations moves the clock, the lot opens, three bid and a visitor watches the price live", async ({ openAs, page: visitor }) => {
    const operations = await openAs("operations");
    const { periodEndsAt } = await (await apiAs("universitySeller")).get<{ readonly periodEndsAt: string }>(`/own/listings/${job.listingId}`);
    await operations.goto("/desk/clock");
    await operations.locator("#by").selectOption("to");
    await operations.locator("#to").fill(beijing(new Date(Date.parse(periodEndsAt) + 120_000)));
    await operations.getByRole("button", { name: "向前拨动业务时钟" }).click();
    await expect(operations.getByText("业务时间已拨到")).toBeVisible();
    await look(operations, "16-clock");
    const toTheLot = visitor.getByRole("main").locator('a[href^="/auctions/"]').first();
    await expect(async () => {
      await visitor.goto(`/listings/${job.listingId}`);
      await expect(toTheLot).toBeVisible({ timeout: 1_000 });
    }).toPass(WAIT);
    await look(visitor, "17-listing-bidding");
    await toTheLot.click();
    await visitor.waitForURL(/\/auctions\/[\da-f-]{36}$/);
    job.auctionId = visitor.url().split("/").at(-1)!;
    await look(visitor, "17-auction-scheduled");
    const { freeStartsAt } = await readLot(job.auctionId);
    await moveClock({ to: new Date(Date.parse(freeStartsAt) + 1_000).toISOString() });
    await expect.poll(async () => (await readLot(job.auctionId!)).state, WAIT).toBe("OPEN_FREE");
    await visitor.reload();
    await expect(visitor.getByText("实时连接正常")).toBeVisible(WAIT);

    const buyers = await Promise.all(BUYERS.map((role) => openAs(role)));
    for (const buyer of buyers) await buyer.goto(`/auctions/${job.auctionId}`);
    let shown = "";
    for (const [at, buyer] of buyers.entries()) {
      const bid = buyer.getByRole("button", { name: /^出价/ }).first();
      await expect(bid).toBeVisible(WAIT);
      const price = (await bid.textContent())!.replace(/^出价\s*/, "");
      if (at === 0) await look(buyer, "18-bid-box");
      await bid.click();
      if (at === 0) await look(buyer, "19-bid-confirm");
      await dialog(buyer).getByRole("button", { name: /^出价/ }).click();
      await expect(dialog(buyer).getByText("链上哈希（请保存，可公开核对）")).toBeVisible();
      if (at === 0) await look(buyer, "20-bid-receipt");
      await dialog(buyer).getByRole("button", { name: "完成" }).click();
      await expect(visitor.getByTestId("lot-price")).toHaveText(price); // over the stream: the visitor has touched nothing
      expect(price).not.toBe(shown);
      shown = price;
    }
    await expect(buyers[0]!.getByText("您的出价已被超过", { exact: true })).toBeVisible();
    await expect(buyers[2]!.getByText("您目前领先").first()).toBeVisible();
    await look(buyers[2]!, "21-leading");
    await look(visitor, "22-watching");
    job.priceYuan = yuanOf(shown);
  });

  test("the auctioneer confirms the award", async ({ openAs, page }) => {
    for (let [ended, movedPast] = [false, ""]; !ended; ) {
      const { state, endsAt } = await readLot(job.auctionId!);
      ended = state === "RESULT";
      // The clock goes past each end once; after that it is the worker's turn, however busy the machine is.
      if (!ended && endsAt !== movedPast) await moveClock({ to: new Date(Date.parse(endsAt) + 2_000).toISOString() });
      movedPast = endsAt;
      if (!ended) await page.waitForTimeout(500);
    }
    const auctioneer = await openAs("auctioneer");
    await auctioneer.goto("/desk/auctions");
    await look(auctioneer, "23-auctioneer-list");
    await auctioneer.goto(`/desk/auctions/${job.auctionId}`);
    await auctioneer.getByRole("button", { name: "签署成交确认书" }).click();
    await look(auctioneer, "24-award-confirm");
    await dialog(auctioneer).getByRole("button", { name: "确认成交" }).click();
    await expect(dialog(auctioneer).getByText("已受理，回执如下")).toBeVisible(WAIT);
    await dialog(auctioneer).getByRole("button", { name: "完成" }).click();
    const seller = await apiAs("universitySeller");
    const deal = await until(async () => (await seller.get<Items<{ readonly id: string; readonly title: string }>>("/deals")).items.find(({ title }) => title === job.title));
    job.dealId = deal.id;
    await page.goto(`/auctions/${job.auctionId}/verify`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look(page, "25-auction-verify");
  });

  test("the seller drafts the contract and both sign it", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    await seller.goto("/desk/deals");
    await look(seller, "26-deals");
    await seller.getByRole("link", { name: job.title! }).first().click();
    await seller.getByRole("button", { name: "按模板生成文本" }).click();
    await expect(seller.locator("#contractText")).not.toHaveValue("", WAIT);
    await look(seller, "27-deal-draft");
    await seller.getByRole("button", { name: "保存并提交双方签署" }).click();
    const winner = await openAs("buyerThree");
    await expect(seller.getByRole("button", { name: "签署合同" })).toBeVisible(WAIT);
    await winner.goto(`/desk/deals/${job.dealId}`);
    for (const [at, party] of [winner, seller].entries()) {
      await party.getByRole("button", { name: "签署合同" }).click();
      if (at === 0) await look(party, "28-sign");
      await dialog(party).getByRole("button", { name: "签署合同" }).click();
      await expect(dialog(party)).toBeHidden(WAIT);
    }
    await expect(async () => {
      await seller.reload();
      await expect(seller.getByRole("link", { name: "查看登记申请" })).toBeVisible({ timeout: 1_000 });
    }).toPass(WAIT);
    await look(seller, "29-deal-signed");
    await seller.getByRole("link", { name: "查看登记申请" }).click();
    await seller.waitForURL(/\/desk\/contracts\/[\da-f-]{36}$/);
    job.contractId = seller.url().split("/").at(-1)!;
  });

  test("the seller completes the contract file and files it for registration", async ({ openAs }) => {
    const seller = await openAs("universitySeller");
    await seller.goto(`/desk/contracts/${job.contractId}`);
    await look(seller, "30-contract-file-open");
    await chooseFound(seller, "objective", "工商业");
    await chooseFound(seller, "industry", "电气机械");
    await seller.locator("#responsible").fill("沈正则");
    await seller.getByRole("button", { name: "逐项查看" }).click();
    await expect(seller.getByRole("link", { name: "转让合同须填写预计新增投入。" })).toBeVisible();
    await look(seller, "31-contract-problems");
    await seller.getByLabel(/^上传 A04/).setInputFiles({ name: "技术说明.pdf", mimeType: "application/pdf", buffer: aPdf("技术说明") });
    await seller.locator("#expectedInvestment").fill("500");
    await seller.locator("#expectedOutput").fill("2600");
    await expect(seller.getByText("各项已填写齐全，可以提交。")).toBeVisible(WAIT);
    await seller.locator("#truthDeclared").check();
    await seller.getByRole("button", { name: "提交登记申请" }).click();
    await dialog(seller).getByRole("button", { name: "提交登记申请" }).click();
    await expect(seller.getByText("已提交").first()).toBeVisible(WAIT);
    await look(seller, "32-contract-filed");
  });

  test("the office recognises and registers it, and the statistics change by exactly this contract", async ({ openAs, page }) => {
    const before = await statistics();
    await page.goto("/statistics");
    await look(page, "33-statistics-before");
    const registrar = await openAs("registrar");
    await registrar.goto("/desk/registration");
    await look(registrar, "34-registration-desk");
    await registrar.getByRole("link", { name: new RegExp(job.title!) }).click();
    await registrar.getByRole("button", { name: /^领取/ }).click();
    await expect(registrar.getByRole("button", { name: /^退回待办/ })).toBeVisible(WAIT);
    await registrar.getByRole("button", { name: /^受理/ }).click();
    await dialog(registrar).getByRole("button", { name: "受理" }).click();
    await look(registrar, "35-registration-file");
    await registrar.getByRole("button", { name: /^认定登记/ }).click();
    await look(registrar, "36-three-questions");
    await dialog(registrar).getByRole("button", { name: "认定登记" }).click();
    const receipt = dialog(registrar).getByRole("status").filter({ hasText: /20\d{2}3301\d{8}/ });
    await expect(receipt).toContainText(/20\d{2}3301\d{8}/, WAIT);
    job.registrationNo = /20\d{2}3301\d{8}/.exec((await receipt.textContent())!)![0];
    await look(registrar, "37-registered");
    const grown = { contracts: before.contracts + 1, turnover: before.turnover + job.priceYuan! };
    await expect.poll(statistics, WAIT).toEqual(grown);
    await page.reload();
    await look(page, "38-statistics-after");
  });

  test("the province confirms it, and the certificate verifies for everybody", async ({ openAs, page }) => {
    const province = await openAs("provincialAdministrator");
    await province.goto("/desk/provincial-review");
    await look(province, "39-reviews");
    await province.getByRole("link", { name: new RegExp(job.title!) }).click();
    await province.getByRole("button", { name: /^审核通过/ }).click();
    await dialog(province).locator("#opinion").fill("材料齐全，类别和技术交易额认定无误。");
    await look(province, "40-review-confirm");
    await dialog(province).getByRole("button", { name: "审核通过" }).click();
    await expect(dialog(province)).toBeHidden(WAIT);

    const seller = await openAs("universitySeller");
    await seller.goto(`/desk/contracts/${job.contractId}`);
    await expect(seller.getByText(job.registrationNo!).first()).toBeVisible();
    await look(seller, "41-contract-registered");
    const address = await seller.locator('a[href$="/certificate.pdf"]').first().getAttribute("href");
    const sheet = await (await seller.context().request.get(address!)).body();
    expect(sheet.subarray(0, 5).toString()).toBe("%PDF-");
    expect(sheet.byteLength).toBeGreaterThan(5_000);

    const onTheSheet = (await seller.locator('a[href*="/verify/"]').getAttribute("href"))!; // what the QR code holds
    await page.goto(onTheSheet);
    await expect(page.getByText("有效", { exact: true }).first()).toBeVisible();
    await expect(page.getByText(job.title!).first()).toBeVisible();
    await look(page, "42-verify-by-code");
    await page.goto("/verify");
    await page.getByLabel("登记编号、凭证编号或验证码").fill(job.registrationNo!);
    await page.getByRole("button", { name: "验证" }).click();
    await expect(page.getByText("有效", { exact: true }).first()).toBeVisible();
    await expect(page.getByText(job.title!)).toHaveCount(0); // the number alone tells that it stands, not what it is about
    await look(page, "43-verify-by-number");
  });
});

type Items<Row> = { readonly items: readonly Row[] };
type Lot = { readonly id: string; readonly state: string; readonly freeStartsAt: string; readonly endsAt: string };

async function readLot(auctionId: string): Promise<Lot> {
  return (await (await fetch(`${API}/auctions/${auctionId}`)).json()) as Lot;
}

/** 3200000 of "¥3,200,000.00". */
function yuanOf(shown: string): number {
  return Number(shown.replace(/[^\d.]/g, ""));
}

/** What everybody is told of the nation in this year. */
async function statistics(): Promise<{ readonly contracts: number; readonly turnover: number }> {
  const { total } = (await (await fetch(`${API}/statistics`)).json()) as { readonly total: { readonly contracts: number; readonly turnover: string } };
  return { contracts: total.contracts, turnover: Number(total.turnover) };
}
