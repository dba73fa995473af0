import { OTHER_PORTAL, PORTAL } from "./fixtures/addresses.ts";
import { apiAs, domainNow, expect, moveClock, signInAs, test } from "./fixtures/test.ts";
import { tokenOf } from "./fixtures/sessions.ts";

test.describe("X5 several portals on one database", () => {
  test("X5 side by side: who signed in at one portal is signed in at the other", async ({ page }) => {
    await signInAs(page, "universitySeller");
    for (const portal of [PORTAL, OTHER_PORTAL]) {
      await page.goto(`${portal}/desk/results`);
      await expect(page).toHaveURL(`${portal}/desk/results`);
    }
  });

  test("X5 side by side: what is changed at one portal is so at the other", async () => {
    const atOther = async (): Promise<unknown> =>
      (await fetch(`${OTHER_PORTAL}/api/v1/me`, { headers: { authorization: `Bearer ${await tokenOf("buyerTwo")}` } })).json();
    const buyer = await apiAs("buyerTwo");
    for (const language of ["en", "zh"]) {
      await buyer.patch("/me", { language });
      expect(await atOther()).toMatchObject({ language });
    }
  });

  test("X5 side by side: the clock of the law is one for all, and only goes forward", async () => {
    const before = await domainNow();
    const moved = await moveClock({ seconds: 90 });
    expect(moved.getTime() - before.getTime()).toBeGreaterThanOrEqual(90_000);
    const elsewhere = (await (await fetch(`${OTHER_PORTAL}/api/v1/clock`)).json()) as { now: string };
    expect(new Date(elsewhere.now).getTime()).toBeGreaterThanOrEqual(moved.getTime());
    await expect(moveClock({ seconds: -90 })).rejects.toThrow(/422/);
    const buyer = await apiAs("buyerTwo");
    expect((await buyer.call("POST", "/clock/advance", { seconds: 90 })).status).toBe(403);
  });
});
