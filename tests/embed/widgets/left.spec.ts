import type { Page } from "@playwright/test";
import { crashPage } from "#tests/driving/crash-page.ts";
import { expect, settled, test, widget } from "../embed-test.ts";

const field = (page: Page) => widget(page, "Editor").getByRole("textbox");
/** More than what browsers let a page send after its end, and less than what the server takes whole. */
const long = (word: string) => `${`${word} `.repeat(90_000 / (word.length + 1))}end`;

test("a long edit arrives with the next visit when the page crashes", async ({
  page,
  context,
  open,
  id,
  whetstone,
}) => {
  await open();
  await settled(page);
  await field(page).fill(long("crashed"));
  await expect.poll(() => keptIn(page)).toBe(1);
  await crashPage(page);
  expect(await whetstone.ratings(id)).toEqual([]);
  const next = await context.newPage();
  await open({}, next);
  await expect.poll(() => whetstone.ratings(id)).toMatchObject([{ correction_text: long("crashed") }]);
  await expect(field(next)).toHaveValue(long("crashed"));
});

for (const [how, leave] of [
  ["closed", (page: Page) => page.close()],
  ["left for another", (page: Page) => page.goto("about:blank").then(() => page.close())],
] as const) {
  test(`a long edit arrives when the page is ${how}`, async ({ page, context, open, id, whetstone }) => {
    await open();
    await settled(page);
    for (let times = 0; times < 5; times++) {
      const own = await context.newPage();
      await open({}, own);
      await settled(own);
      await field(own).fill(long(`${how} ${times}`));
      await expect.poll(() => keptIn(own)).toBeGreaterThan(0);
      await leave(own);
      const next = await context.newPage();
      await open({}, next);
      await expect
        .poll(async () => (await whetstone.ratings(id))[0]?.correction_text)
        .toBe(long(`${how} ${times}`));
      await next.close();
    }
  });
}

/** How many events the page keeps in IndexedDB. */
const keptIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("whetstone");
        request.onsuccess = () => {
          const count = request.result.transaction("events").objectStore("events").count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
