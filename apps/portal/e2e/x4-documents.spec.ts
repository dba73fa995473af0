import { randomUUID } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { PDFDocument } from "pdf-lib";
import { look } from "./fixtures/look.ts";
import { apiAs, expect, test } from "./fixtures/test.ts";

const WAIT = { timeout: 15_000 };

/** A page that says something, as a unit would attach it. */
async function aPdf(words: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([420, 595]).drawText(words, { x: 40, y: 520, size: 18 });
  return Buffer.from(await document.save());
}

/** A square of one colour, as small a PNG as can be made by hand. */
function aPicture(size = 64): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc(body), body.length + 4);
    return framed;
  };
  const head = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 2, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: size }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 3, 0x5a)])));
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("tEXt", Buffer.from(`id\0${randomUUID()}`)), chunk("IEND", Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** What the browser refuses on a page by its policy. */
function refusals(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|X-Frame-Options|Refused to/i.test(message.text())) heard.push(message.text());
  });
  return heard;
}

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

test.describe("X4 documents", () => {
  test.setTimeout(120_000);

  test("X4 documents: what may not be kept is refused in words, before it is sent where that can be known", async ({ openAs }) => {
    const owner = await openAs("universitySeller");
    await owner.goto(`/desk/results/${await aPublishedResult()}`);
    await owner.locator("#file").setInputFiles({ name: "工艺.exe", mimeType: "application/octet-stream", buffer: Buffer.from([0x4d, 0x5a, 0, 0, 0xff, 0xfe, 0, 1]) });
    await expect(owner.getByText("这种文件不能上传").first()).toBeVisible(WAIT);
    await owner.locator("#file").setInputFiles({ name: "改名.pdf", mimeType: "application/pdf", buffer: aPicture() });
    await expect(owner.getByText("文件内容与扩展名不符").first()).toBeVisible(WAIT);
    await owner.locator("#file").evaluate((box: HTMLInputElement) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], "太大.pdf", { type: "application/pdf" }));
      box.files = chosen.files;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await expect(owner.getByText("文件超过大小限制")).toBeVisible(WAIT);
    await look(owner, "x4-documents-refused");
    const sent = await owner.request.post("/api/v1/documents?name=big.pdf", { data: Buffer.alloc(50 * 1024 * 1024 + 1), headers: { "content-type": "application/octet-stream", origin: new URL(owner.url()).origin }, failOnStatusCode: false });
    expect(sent.status()).toBe(422);
    expect(await sent.json()).toMatchObject({ code: "DOCUMENT_TOO_LARGE" });
  });

  test("X4 documents: a file chosen before the page's scripts have come is sent when they have", async ({ openAs }) => {
    const owner = await openAs("universitySeller");
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await owner.route("**/_next/static/**/*.js", (route) => released.then(() => route.continue()));
    await owner.goto(`/desk/results/${await aPublishedResult()}`, { waitUntil: "commit" });
    await owner.locator("#file").setInputFiles({ name: "先选的附件.pdf", mimeType: "application/pdf", buffer: await aPdf("Chosen early") });
    release();
    await expect(owner.getByText("已上传")).toBeVisible(WAIT);
  });

  test("X4 documents: a public file is looked at over the page at a desk and on a telephone; one of the owner's by the owner alone", async ({ openAs, page: visitor }) => {
    const resultId = await aPublishedResult();
    const owner = await openAs("universitySeller");
    const heard = [refusals(owner), refusals(visitor)];
    await owner.goto(`/desk/results/${resultId}`);
    await upload(owner, "检测报告.pdf", await aPdf("Test report 42"));
    await upload(owner, "现场照片.png", aPicture());
    await owner.getByRole("radio", { name: "仅本单位" }).check();
    await upload(owner, "内部成本.pdf", await aPdf("Internal costs"));
    const { items } = await (await apiAs("universitySeller")).get<{ items: { documentId: string; name: string }[] }>(`/own/documents?subjectType=result&subjectId=${resultId}`);
    const secret = items.find(({ name }) => name === "内部成本.pdf")!.documentId;

    for (const size of [DESK, PHONE]) {
      await visitor.setViewportSize(size);
      await visitor.goto(`/results/${resultId}`);
      await expect(visitor.getByText("内部成本.pdf")).toHaveCount(0);
      await visitor.getByRole("link", { name: "查看 现场照片.png" }).click();
      const picture = visitor.getByRole("dialog").getByRole("img", { name: "现场照片.png" });
      await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBe(64);
      await visitor.keyboard.press("Escape");
      await expect(visitor.getByRole("dialog")).toBeHidden();
      await expect(visitor.getByRole("link", { name: "查看 现场照片.png" })).toBeFocused();
      await seesPdf(visitor, "检测报告.pdf");
      expect(await visitor.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      await look(visitor, `x4-documents-${size.width}`);
      await visitor.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
    }

    await owner.reload();
    await seesPdf(owner, "内部成本.pdf");
    const stranger = await openAs("buyerThree");
    for (const [who, status] of [[stranger, 403], [visitor, 401]] as const) {
      for (const view of ["", "?view=1"]) {
        const answer = await who.request.get(`/api/v1/documents/${secret}/content${view}`, { failOnStatusCode: false });
        expect([401, 403, 404]).toContain(answer.status());
        expect(answer.status()).toBe(status);
        expect(answer.headers()["content-type"]).toContain("application/problem+json");
      }
    }
    expect(heard.flat()).toEqual([]);
  });
});

async function aPublishedResult(): Promise<string> {
  const api = await apiAs("universitySeller");
  const { items } = await api.get<{ items: { resultId: string; state: string }[] }>("/own/results");
  return items.find(({ state }) => state === "PUBLISHED")!.resultId;
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const taken = page.waitForResponse((answer) => answer.url().includes("/api/v1/documents?") && answer.request().method() === "POST");
  await page.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  expect((await taken).status(), await (await taken).text()).toBe(201);
}

/** The browser's own viewer has taken the file: it is a document inside the page, not the sentence for browsers without one. */
async function seesPdf(page: Page, name: string): Promise<void> {
  const shown = page.waitForResponse((answer) => answer.url().endsWith("/content?view=1") && answer.status() === 200);
  await page.getByRole("link", { name: `查看 ${name}` }).click();
  const { headers } = { headers: (await shown).headers() };
  expect(headers["content-type"]).toBe("application/pdf");
  expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
  await expect(page.getByRole("dialog").locator("object")).toBeVisible();
  await expect(page.getByRole("dialog").getByText("此浏览器不能")).toBeHidden();
}
