import { test as base, expect, type Page as BrowserPage } from "@playwright/test";
import { OTHER_PORTAL, PORTAL } from "./fixtures/addresses.ts";
import { AxeOnce, chineseInChrome, overflow } from "./fixtures/access.ts";
import { allPages, inLang, LANGS, type Lang, type Page } from "./fixtures/pages.ts";
import { cookiesOf } from "./fixtures/sessions.ts";
import { readTour, type Visit } from "./fixtures/tour.ts";
import { watch, type Watch } from "./fixtures/watch.ts";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** A page has the same elements in both languages, so that each is judged at one of the sizes. */
const JUDGED_AT: Readonly<Record<Lang, typeof DESKTOP>> = { zh: DESKTOP, en: PHONE };

type Browser = { readonly tab: BrowserPage; readonly watched: Watch; readonly axe: AxeOnce };

/** One tab for all pages that a process looks at: opening browsers would take longer than looking. Two processes look at two portals. */
const test = base.extend<object, { readonly looking: Browser }>({
  looking: [
    async ({ browser }, use, { parallelIndex }) => {
      const baseURL = parallelIndex % 2 === 0 ? PORTAL : OTHER_PORTAL;
      const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: DESKTOP, baseURL });
      const tab = await context.newPage();
      await use({ tab, watched: await watch(tab), axe: new AxeOnce() });
      await context.close();
    },
    { scope: "worker" },
  ],
});
test.describe.configure({ mode: "parallel", timeout: 240_000 });

/** `npm test` opens each page once, in one language or the other; asked for by name (`axe`) everybody's view of it is opened, and both languages. */
const IS_WHOLE = process.env["TTX_E2E_ACCESS"] === "whole";

for (const [at, page] of allPages().entries()) {
  test(`X6 access: ${page.route} can be read and used by everyone who may open it`, async ({ looking }) => {
    const visits = readTour()[page.route] ?? [];
    if (visits.length === 0) throw new Error(`No link of the demo country leads to ${page.route}: it needs a row in the seed, or a line in UNLINKED of fixtures/tour.ts.`);
    for (const [nth, visit] of visits.slice(0, IS_WHOLE ? visits.length : 1).entries()) {
      for (const lang of IS_WHOLE && nth === 0 ? LANGS : [LANGS[(at + nth) % 2]!]) await test.step(`${visit.as ?? "visitor"}, ${inLang(lang, visit.place)}`, () => check(looking, page, lang, visit));
    }
  });
}

async function check({ tab, watched, axe }: Browser, page: Page, lang: Lang, { place, as }: Visit): Promise<void> {
  await tab.context().clearCookies();
  if (as) await tab.context().addCookies([...(await cookiesOf(as))]);
  watched.forget();
  await tab.setViewportSize(DESKTOP);
  await open(tab, inLang(lang, place));
  const where = `${as ?? "visitor"}, ${inLang(lang, place)}`;
  for (const size of [DESKTOP, PHONE]) {
    await tab.setViewportSize(size);
    if (size === JUDGED_AT[lang]) expect.soft(await axe.violations(tab, String(size.width)), `axe at ${size.width} px: ${where}`).toEqual([]);
    expect.soft(await overflow(tab), `what sticks out at ${size.width} px: ${where}`).toEqual([]);
  }
  expect.soft(await tab.locator("html").getAttribute("lang"), where).toBe(lang === "zh" ? "zh-CN" : "en");
  expect.soft(await tab.locator("h1").count(), `h1: ${where}`).toBe(1);
  if (lang === "en") expect.soft(await chineseInChrome(tab, page), `Chinese in our own words: ${where}`).toEqual([]);
  expect.soft(watched.faults(), where).toEqual([]);
}

async function open(tab: BrowserPage, address: string): Promise<void> {
  await tab.goto(address, { waitUntil: "load" });
  await expect(tab.locator("h1").first()).toBeVisible();
  await expect(tab.locator("[aria-busy=true]")).toHaveCount(0); // a page is judged when it has finished loading
}
