import { SignInPage } from "./fixtures/sign-in-page.ts";
import { expect, personIn, signInAs, test } from "./fixtures/test.ts";

test.describe("X1 sign-in", () => {
  test("X1 sign-in: with a password one gets to where one wanted to go, and out again", async ({ page }) => {
    await page.goto("/desk/results");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Fresults/);
    await new SignInPage(page).signIn("universitySeller");
    await expect(page).toHaveURL(/\/desk\/results$/);
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL("**/");
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("X1 sign-in: an official is asked for the authenticator's code as well", async ({ page }) => {
    const form = new SignInPage(page, "/en/sign-in");
    await form.open();
    await form.signIn("registrar");
    await expect(page).toHaveURL(/\/en\/desk$/);
    await expect(page.getByText(personIn("registrar").name).first()).toBeAttached();
  });

  test("X1 sign-in: a wrong password and an unknown account are told the same, in words that help", async ({ page }) => {
    const form = new SignInPage(page);
    for (const identifier of [personIn("buyerTwo").email, "nobody@demo.ttx.example"]) {
      await form.open();
      await form.identifier.fill(identifier);
      await form.password.fill("not the password");
      await form.submit.click();
      await expect(page.getByRole("alert").first()).toContainText("账号或密码不正确");
      await expect(form.password).toHaveValue("not the password"); // nothing typed is lost
    }
  });

  test("X1 sign-in: in the demo one chooses a person, and the form is filled in", async ({ page }) => {
    const form = new SignInPage(page);
    await form.open();
    await form.demoButton("buyerOne").click();
    await expect(form.identifier).toHaveValue(personIn("buyerOne").email);
    await form.submit.click();
    await expect(page).toHaveURL(/\/desk$/);
  });

  test("X1 sign-in: nobody is led to another site afterwards", async ({ page }) => {
    const form = new SignInPage(page);
    for (const returnTo of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      await page.context().clearCookies();
      await form.open(returnTo);
      await form.signIn("buyerTwo");
      await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/desk$/);
    }
  });

  test("X1 sign-in: somebody who is signed in sees so on the public site", async ({ page }) => {
    await signInAs(page, "buyerTwo");
    await page.goto("/");
    await expect(page.getByRole("link", { name: "进入工作台" }).first()).toBeVisible();
  });
});
