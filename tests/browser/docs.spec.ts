import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { expectSmallFirstLoad } from "../driving/first-load.ts";
import { expectFits } from "../driving/sound.ts";

/** The example of a widget, on a page that nobody had to sign in for. */
async function example(page: Page, name: string): Promise<Locator> {
  await page.goto("/docs/widgets");
  const demo = page.getByRole("region", { name: `${name} demo` });
  await expectAlive(demo);
  return demo;
}

const sent = (demo: Locator) => demo.getByRole("region", { name: /: request$/ });
const server = (demo: Locator, behaviour: string) =>
  demo.getByRole("button", { name: behaviour, exact: true });

test("a widget works in the page, which shows what it would send and sends nothing", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const demo = await example(page, "FeedbackBar");
  await demo.getByRole("button", { name: "Good response" }).click();
  await expect(sent(demo)).toContainText("POST /api/feedback");
  await demo.getByRole("textbox").first().waitFor();
  await page.keyboard.press("Escape");
  await expect(demo.getByRole("status"), "thanks come last").toHaveText("Thank you for your rating.");
  await expect(sent(demo)).toContainText('"rating_value": 1');
  await demo.getByRole("button", { name: "Reload" }).click();
  await expect(demo.getByRole("button", { name: "Good response" })).toHaveAttribute("aria-pressed", "true");
  await demo.getByRole("button", { name: "Undo" }).click();
  await expect(sent(demo)).toContainText("DELETE /api/feedback/");
  expect(requests.filter((request) => request.includes("/api/"))).toEqual([]);
});

test("an example shows what users see offline, and when the server refuses", async ({ page }) => {
  const demo = await example(page, "StarRating");
  await server(demo, "Offline").click();
  await demo.getByTitle("4 stars").click();
  await expect(demo.getByRole("status")).toHaveText(/^Kept on this device/);
  await server(demo, "Online").click();
  await expect(demo.getByRole("status")).toHaveText("Thank you for your rating.");
  await server(demo, "Rate limited").click();
  await demo.getByTitle("2 stars").click();
  await expect(demo.getByRole("status")).toHaveText(/Too many ratings from your address/);
  await expect(demo.getByRole("radio", { name: "4 stars" })).toBeChecked();
  await server(demo, "Online").click();
  await demo.getByRole("button", { name: "Try again" }).click();
  await expect(demo.getByRole("radio", { name: "2 stars" })).toBeChecked();
  await expect(demo.getByRole("status")).toHaveText("Thank you for your rating.");
});

test("the hooks' examples tell of an edit and of what a reader does", async ({ page }) => {
  const composer = await example(page, "useEditCapture");
  const field = composer.getByLabel("Your field");
  await field.fill(`${await field.inputValue()}, Ada`);
  await composer.getByRole("button", { name: "Send email" }).click();
  await expect(sent(composer)).toContainText('"words_added": 1');
  const watched = page.getByRole("region", { name: "useFeedbackSignals demo" });
  await watched.getByRole("button", { name: "Rephrase the question" }).click();
  await expect(sent(watched)).toContainText('"rephrase"');
});

test("theming and languages follow their controls", async ({ page }) => {
  const themed = await example(page, "Theming");
  await page.getByLabel("Accent", { exact: true }).fill("#aa0000");
  await expect(themed.getByRole("button", { name: "Good response" })).toHaveCSS("color", "rgb(170, 0, 0)");
  await expect(page.getByRole("region", { name: "Your stylesheet" })).toContainText("#aa0000");
  const spoken = page.getByRole("region", { name: "Languages demo" });
  await page.getByLabel("Example language").selectOption({ label: "العربية" });
  await expect(spoken.locator("[dir=rtl][lang=ar]").first()).toBeVisible();
  await page.getByLabel("Example language").selectOption({ label: "Deutsch" });
  await expect(spoken.locator("[dir=ltr][lang=de]").first()).toBeVisible();
});

test("every place of the contents is on the page", async ({ page }) => {
  await page.goto("/docs/widgets");
  const contents = page.getByRole("navigation", { name: "On this page" });
  for (const link of await contents.getByRole("link").all()) {
    await expect(page.locator((await link.getAttribute("href")) ?? "")).toBeVisible();
  }
  await contents.getByRole("link", { name: "InlineAnnotations" }).click();
  await expect(page.getByRole("heading", { name: "InlineAnnotations" })).toBeInViewport();
});

for (const width of [1440, 390]) {
  test(`the page is accessible and fits at ${width} pixels, with everything unfolded`, async ({ page }) => {
    test.slow();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await page.setViewportSize({ width, height: 900 });
    const demo = await example(page, "FeedbackBar");
    await demo.getByRole("button", { name: "Bad response" }).click();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectAccessible(page);
    await expectFits(page);
    expect(complaints).toEqual([]);
  });
}

test("its first load of JavaScript is small", ({ page }) => expectSmallFirstLoad(page, "/docs/widgets"));
