import type { Page } from "@playwright/test";
import { expect, refusalsTold, settled, status, test, widget } from "../embed-test.ts";
import { refuseOnce } from "../refuse-once.ts";
import { dragOver, drawnPassages } from "../select-text.ts";

const answer = (page: Page) => widget(page, "Answer");
const press = (page: Page, name: string | RegExp) =>
  answer(page).getByRole("button", { name, exact: true }).click();
const saved = "Thank you. Your highlight was saved.";

/** Highlights words with the mouse, up to the form that asks what about them. */
async function choose(page: Page, words: string, nth = 0): Promise<void> {
  await dragOver(page, answer(page), words, nth);
  await press(page, "Highlight");
}

/** Says something of the chosen passage. */
async function say(page: Page, category: string, comment: string): Promise<void> {
  await answer(page).getByText(category, { exact: true }).click();
  await answer(page).getByRole("textbox").fill(comment);
  await press(page, "Send");
}

test("a highlighted passage is stored, comes back in place, and is found in another rendering", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  // The second of two: only what stands around it tells it from the first.
  await choose(page, "the refund", 0);
  await look("form");
  await say(page, "Inaccurate", "No postage was paid.");
  await expect(status(answer(page))).toHaveText(saved);
  expect(await drawnPassages(page)).toEqual(["the refund"]);
  await look("saved");
  const { annotations } = await whetstone.interaction(id);
  expect(annotations).toMatchObject([
    {
      quote: { exact: "the refund", suffix: expect.stringMatching(/^ of the postage/) },
      category: "inaccurate",
      comment: "No postage was paid.",
    },
  ]);
  await page.reload();
  await expect.poll(() => drawnPassages(page)).toEqual(["the refund"]);
  await open({ plain: "1" });
  await expect.poll(() => drawnPassages(page)).toEqual(["the refund"]);
  expect(
    await page.evaluate(() => {
      const [highlight] = [...CSS.highlights.values()].filter(({ size }) => size > 0);
      const range = [...(highlight ?? [])][0] as Range;
      return range.startContainer.textContent?.slice(range.startOffset, range.startOffset + 25);
    }),
  ).toBe("the refund of the postage");
});

test("overlapping passages are each listed, changed and removed", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  await choose(page, "The lamp was complete");
  await say(page, "Helpful", "Good to know.");
  await expect(status(answer(page))).toHaveText(saved);
  await choose(page, "was complete");
  await say(page, "Incomplete", "And the cord?");
  await expect.poll(async () => (await whetstone.interaction(id)).annotations.length).toBe(2);
  await look("overlapping");
  await press(page, /^Your highlights \(2\)/);
  await look("list");
  await press(page, "Change: was complete");
  await answer(page).getByRole("textbox").fill("And the shade?");
  await press(page, "Send");
  await expect
    .poll(async () => (await whetstone.interaction(id)).annotations.map(({ comment }) => comment).sort())
    .toEqual(["And the shade?", "Good to know."]);
  if (!(await answer(page).getByRole("list", { name: "Your highlights" }).isVisible()))
    await press(page, /^Your highlights \(2\)/);
  await press(page, "Remove: The lamp was complete");
  await expect(status(answer(page))).toHaveText("Highlight removed.");
  expect((await whetstone.interaction(id)).annotations).toMatchObject([{ quote: { exact: "was complete" } }]);
  expect(await drawnPassages(page)).toEqual(["was complete"]);
});

test("a passage is chosen and sent with the keyboard alone", async ({ page, open, look, id, whetstone }) => {
  await open();
  await answer(page).getByRole("button", { name: "Highlight a passage" }).focus();
  await page.keyboard.press("Enter");
  await expect(answer(page).getByRole("application")).toBeFocused();
  for (let word = 0; word < 3; word++) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(answer(page).getByRole("application")).toContainText("Dear Ms Meyer");
  await look("picker");
  await page.keyboard.press("Enter");
  await expect(answer(page).getByRole("group", { name: /^Highlight: Dear Ms Meyer/ })).toBeFocused();
  await answer(page).getByRole("textbox").focus();
  await page.keyboard.type("By her first name, please.");
  await page.keyboard.press("Control+Enter");
  await expect(status(answer(page))).toHaveText(saved);
  expect((await whetstone.interaction(id)).annotations).toMatchObject([
    { quote: { exact: expect.stringMatching(/^Dear Ms Meyer/) }, comment: "By her first name, please." },
  ]);
});

test("a highlight that is refused keeps what was typed, and another try stores it", async ({
  page,
  open,
  look,
  id,
  whetstone,
  complaints,
}) => {
  await open();
  await choose(page, "broken");
  await refuseOnce(page, "The house takes no such words.");
  await say(page, "Wrong tone", "Rather: it had burnt out.");
  await expect(status(answer(page))).toHaveText(
    "Your highlight was not saved. The house takes no such words.",
  );
  await expect(answer(page).getByRole("textbox")).toHaveValue("Rather: it had burnt out.");
  await look("refused");
  await press(page, "Try again");
  await expect(status(answer(page))).toHaveText(saved);
  expect((await whetstone.interaction(id)).annotations).toMatchObject([
    { quote: { exact: "broken" }, category: "wrong_tone", comment: "Rather: it had burnt out." },
  ]);
  expect(refusalsTold(complaints)).toEqual([expect.stringContaining("The house takes no such words.")]);
});

test("a highlight that is made offline is drawn and kept, and arrives when the device is back", async ({
  page,
  context,
  open,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  await context.setOffline(true);
  await choose(page, "your bank");
  await say(page, "Other", "Which one?");
  await expect(status(answer(page))).toHaveText(
    "Kept on this device. It will be sent when you are back online.",
  );
  expect(await drawnPassages(page)).toEqual(["your bank"]);
  await context.setOffline(false);
  await expect(status(answer(page))).toHaveText(saved);
  expect((await whetstone.interaction(id)).annotations).toMatchObject([{ quote: { exact: "your bank" } }]);
});

test("what offers to highlight moves nothing", async ({ page, open }) => {
  await open();
  const next = widget(page, "Feedback bar").getByRole("heading");
  const before = await next.boundingBox();
  await dragOver(page, answer(page), "received");
  await expect(answer(page).getByRole("button", { name: "Highlight", exact: true })).toBeVisible();
  expect(await next.boundingBox()).toEqual(before);
});
