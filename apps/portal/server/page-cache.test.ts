import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { createPageCache } from "./page-cache.ts";
import type { Rendered } from "./render.ts";
import { chooseCoding, prepare } from "./stored-page.ts";

function given(status = 200) {
  let time = 0;
  let count = 0;
  let release: (() => void) | null = null;
  let held = false;
  const render = vi.fn(async (key: string): Promise<Rendered> => {
    if (held) await new Promise<void>((resolve) => (release = resolve));
    count += 1;
    return { status, headers: { "content-type": "text/html; charset=utf-8", "set-cookie": ["a=1"] }, body: Buffer.from(`<script>let n = ${count}</script>${key}`) };
  });
  const cache = createPageCache({ render, now: () => time, onFault: (error) => { throw error; } });
  return { cache, render, pass: (ms: number) => (time += ms), hold: () => (held = true), release: () => { held = false; release?.(); } };
}
const text = (page: { plain: Buffer }) => page.plain.toString();
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

describe("X6 server: the cache of public pages", () => {
  it("makes a page once however many ask at once", async () => {
    const { cache, render } = given();
    await Promise.all(Array.from({ length: 50 }, () => cache.get("/")));
    expect(render).toHaveBeenCalledTimes(1);
  });

  it("serves fresh, then stale while a new one is made, then makes anew", async () => {
    const { cache, render, pass } = given();
    await cache.get("/");
    pass(4_000);
    expect((await cache.get("/")).how).toBe("hit");
    pass(3_000);
    const stale = await cache.get("/");
    expect([stale.how, text(stale.page)]).toEqual(["stale", "<script>let n = 1</script>/"]);
    await settled();
    const fresh = await cache.get("/");
    expect([fresh.how, text(fresh.page)]).toEqual(["hit", "<script>let n = 2</script>/"]);
    pass(61_000);
    expect((await cache.get("/")).how).toBe("miss");
    expect(render).toHaveBeenCalledTimes(3);
  });

  it("shows a change of data within a second", async () => {
    const { cache, pass } = given();
    await cache.get("/");
    cache.changed();
    pass(500);
    expect((await cache.get("/")).how).toBe("stale");
    pass(600);
    expect((await cache.get("/")).how).toBe("miss");
    expect((await cache.get("/")).how).toBe("hit");
  });

  it("does not count a page as new when the data changed while it was being made", async () => {
    const { cache, pass, hold, release } = given();
    hold();
    const first = cache.get("/");
    await settled();
    cache.changed();
    release();
    await first;
    pass(1_100);
    expect((await cache.get("/")).how).toBe("miss");
  });

  it("shows nothing that was made, or begun, before something was withheld", async () => {
    const { cache, hold, release } = given();
    await cache.get("/");
    hold();
    const begun = cache.get("/results/1");
    await settled();
    cache.forget();
    release();
    await begun;
    expect((await cache.get("/")).how).toBe("miss");
    expect((await cache.get("/results/1")).how).toBe("miss");
    expect((await cache.get("/results/1")).how).toBe("hit");
  });

  it("never keeps or sends a cookie, nor keeps an answer that is not a page", async () => {
    const page = (await given().cache.get("/")).page;
    expect(Object.keys(page.headers)).not.toContain("set-cookie");
    const { cache, render } = given(404);
    await cache.get("/results/none");
    await cache.get("/results/none");
    expect(render).toHaveBeenCalledTimes(2);
    expect((await cache.get("/results/none")).page.headers["cache-control"]).toBe("no-store");
  });

  it("keeps compressed copies that read the same, and the policy names the page's scripts", async () => {
    const page = await prepare({ status: 200, headers: { "content-type": "text/html" }, body: Buffer.from("<script>1</script>挂牌") });
    expect(gunzipSync(page.gzip).toString()).toBe("<script>1</script>挂牌");
    expect(brotliDecompressSync(page.br).toString()).toBe("<script>1</script>挂牌");
    expect(page.headers["content-security-policy"]).toContain("'sha256-");
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip;q=0.8", "gzip"],
    ["br;q=0, gzip", "gzip"],
    [undefined, "plain"],
  ])("chooses a coding for %s", (accepted, coding) => expect(chooseCoding(accepted)).toBe(coding));
});
