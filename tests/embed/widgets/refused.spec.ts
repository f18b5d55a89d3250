import type { Page } from "@playwright/test";
import { expect, rate, refusalsTold, status, tellMore, test, widget } from "../embed-test.ts";
import { ground } from "../ground.ts";
import { refuseOnce } from "../refuse-once.ts";

const bar = (page: Page) => widget(page, "Feedback bar");
const down = (page: Page) => bar(page).getByRole("button", { name: "Bad response" });
const retry = (page: Page) => bar(page).getByRole("button", { name: "Try again" });
const thanks = "Thank you for your rating.";

/** The origins of the page that a test opens. */
const origins = (baseURL: string | undefined): string[] => [new URL(baseURL ?? "").origin];

test("a wrong token rolls the thumb back and says why; what is typed stays, and so does the offer", async ({
  page,
  open,
  look,
  id,
  whetstone,
  complaints,
}) => {
  await whetstone.log(id);
  await open({ token: "no-token-of-this-answer" });
  await down(page).click();
  const words = "Your rating was not saved. Feedback cannot be sent right now.";
  await expect(status(bar(page))).toHaveText(words);
  await look("refused");
  await expect(down(page)).toHaveAttribute("aria-pressed", "false");
  await retry(page).click();
  await expect(status(bar(page))).toHaveText(words);
  await expect(retry(page)).toBeVisible();
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("(403 token_malformed)")]);
  expect(await whetstone.ratings(id)).toEqual([]);
  await open({ token: await whetstone.log(id) });
  await rate(bar(page), "Bad response");
});

test("details that are refused are kept, and another try stores them", async ({
  page,
  open,
  look,
  id,
  whetstone,
  complaints,
}) => {
  await open();
  await rate(bar(page), "Bad response");
  await tellMore(bar(page));
  await refuseOnce(page, "The house takes no such words.");
  await bar(page).getByRole("textbox").fill("It forgets the postage.");
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toContainText("The house takes no such words.");
  await expect(bar(page).getByRole("textbox")).toHaveValue("It forgets the postage.");
  await expect(down(page)).toHaveAttribute("aria-pressed", "true");
  await look("refused");
  await retry(page).click();
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  expect(await whetstone.ratings(id)).toMatchObject([
    { rating_value: 0, feedback_comment: "It forgets the postage." },
  ]);
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("The house takes no such words.")]);
});

test("an origin that the key does not list is told in words, and another try works once it is listed", async ({
  page,
  open,
  look,
  id,
  whetstone,
  baseURL,
  complaints,
}) => {
  const { projectId } = ground();
  const { key, key_id } = await whetstone.newKey(projectId, ["https://elsewhere.example"]);
  await open({ key });
  await down(page).click();
  await expect(status(bar(page))).toHaveText("Your rating was not saved. Feedback cannot be sent right now.");
  await look("origin");
  // The browser tells the developer of the 403, whose answer says where to list the origin.
  const { origin } = new URL(baseURL ?? "");
  expect(refusalsTold(complaints)).toEqual([
    expect.stringContaining(`This key cannot be used from ${origin}.`),
  ]);
  expect(complaints.filter((words) => !/403/.test(words))).toEqual([]);
  expect(await whetstone.ratings(id)).toEqual([]);
  await whetstone.allowOrigins(projectId, key_id, origins(baseURL));
  await retry(page).click();
  await page.keyboard.press("Escape");
  await expect(status(bar(page))).toHaveText(thanks);
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_value: 0 }]);
  complaints.length = 0;
});

test("too many writes are told in words, and the rating arrives when the minute is over", async ({
  page,
  open,
  look,
  id,
  whetstone,
  baseURL,
}) => {
  const keys = await whetstone.newProject(origins(baseURL), 1);
  await page.clock.install();
  await open({ key: keys.publishableKey, token: await whetstone.log(id, keys) });
  await rate(bar(page), "Bad response");
  await tellMore(bar(page));
  await bar(page).getByRole("textbox").fill("One more thing.");
  await bar(page).getByRole("button", { name: "Send" }).click();
  await expect(status(bar(page))).toContainText("Kept on this device.");
  await expect(bar(page).getByRole("textbox")).toHaveValue("One more thing.");
  await look("too many");
  expect(await whetstone.ratings(id, keys)).toMatchObject([{ rating_value: 0, feedback_comment: null }]);
  await whetstone.limitWrites(keys.projectId, 100);
  await page.clock.fastForward("01:05");
  await expect(status(bar(page))).toHaveText("Thank you for the details.");
  expect(await whetstone.ratings(id, keys)).toMatchObject([{ feedback_comment: "One more thing." }]);
});
