import AxeBuilder from "@axe-core/playwright";
import type { Page as BrowserPage } from "@playwright/test";
import { allPages, inLang, LANGS, type Lang, type Page } from "./fixtures/pages.ts";
import { expect, signInAs, test } from "./fixtures/test.ts";
import { takeTour, type Tour, type Visit } from "./fixtures/tour.ts";
import { watch } from "./fixtures/watch.ts";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Pages about something that first comes into being in the main job. Where that has run before, as in a whole `npm test`, they are there as well. */
const AFTER_THE_MAIN_JOB: ReadonlySet<string> = new Set([
  "/desk/deals/[id]",
  "/desk/intents/[id]",
  "/desk/listing-review/[id]",
  "/desk/mailbox/[id]",
  "/desk/notices/[id]",
  "/desk/notices/[id]/edit",
  "/notices/[id]",
  "/verify/[code]",
]);

let tour: Tour = {};

test.beforeAll(async () => {
  test.setTimeout(300_000);
  tour = await takeTour();
});

/** The first visit to a page; a page that nobody was led to fails, unless the main job has still to bring it about. */
function firstVisit({ route }: Page): Visit {
  const [first] = tour[route] ?? [];
  test.skip(first === undefined && AFTER_THE_MAIN_JOB.has(route), "the main job has not run");
  if (first === undefined) throw new Error(`No link of the demo country leads to ${route}: it needs a row in the seed, or a line in UNLINKED of fixtures/tour.ts.`);
  return first;
}

for (const page of allPages()) {
  for (const lang of LANGS) {
    test(`X6 access: ${inLang(lang, page.route)} can be read and used by everyone`, async ({ page: tab }) => {
      const { as, place } = firstVisit(page);
      const watched = await watch(tab);
      if (as) await signInAs(tab, as);
      await check(tab, page, lang, place, [DESKTOP, PHONE]);
      expect(watched.faults()).toEqual([]);
    });
  }

  if (!page.desk) continue;
  test(`X6 access: ${page.route} can be read and used by everyone, whoever may open it`, async ({ page: tab }) => {
    test.setTimeout(240_000);
    firstVisit(page);
    const watched = await watch(tab);
    for (const [index, { as, place }] of (tour[page.route] ?? []).slice(1).entries()) {
      if (as === null) continue;
      await signInAs(tab, as);
      await test.step(as, () => check(tab, page, "zh", place, [index % 2 === 0 ? PHONE : DESKTOP]));
    }
    expect(watched.faults()).toEqual([]);
  });
}

async function check(tab: BrowserPage, page: Page, lang: Lang, place: string, sizes: readonly { readonly width: number; readonly height: number }[]): Promise<void> {
  for (const [index, size] of sizes.entries()) {
    await tab.setViewportSize(size);
    if (index === 0) await open(tab, inLang(lang, place));
    const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode(true).analyze();
    expect.soft(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length} ×, first ${nodes[0]?.html.slice(0, 160)})`), `axe at ${size.width} px`).toEqual([]);
    expect.soft(await overflow(tab), `what sticks out at ${size.width} px`).toEqual([]);
  }
  expect.soft(await tab.locator("html").getAttribute("lang")).toBe(lang === "zh" ? "zh-CN" : "en");
  await expect.soft(tab.locator("h1")).toHaveCount(1);
  if (lang === "en") expect.soft(await chineseInChrome(tab, page), "Chinese in our own words on an English page").toEqual([]);
}

async function open(tab: BrowserPage, address: string): Promise<void> {
  await tab.goto(address, { waitUntil: "load" });
  await expect(tab.locator("h1").first()).toBeVisible();
  await expect(tab.locator("[aria-busy=true]")).toHaveCount(0); // a page is judged when it has finished loading
}

/** Elements that reach over the right edge and make the page scroll sideways. */
async function overflow(tab: BrowserPage): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (element: Element): boolean => {
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX)) return true;
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element));
    return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)).concat(wide.length === 0 ? [`${document.documentElement.scrollWidth} px wide`] : []);
  });
}

/** Titles, places, columns and groups are ours and must be in the page's language; what people wrote is theirs, and is marked as Chinese. */
async function chineseInChrome(tab: BrowserPage, { parameters }: Page): Promise<readonly string[]> {
  return tab.evaluate((aboutOneThing) => {
    const han = /\p{Script=Han}/u;
    const title = aboutOneThing ? (document.title.split(" · ").at(-1) ?? "") : document.title;
    const places = aboutOneThing ? 'nav:not([aria-label="You are here"]), thead th, legend' : "nav, thead th, legend";
    const found = han.test(title) ? [`<title>${title}`] : [];
    for (const element of document.querySelectorAll(places)) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (han.test(node.textContent ?? "") && !node.parentElement?.closest("[lang^=zh]")) found.push(`${element.tagName.toLowerCase()}: ${node.textContent}`);
      }
    }
    return [...new Set(found)];
  }, parameters.length > 0);
}
