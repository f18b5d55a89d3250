import type { Locator, Page } from "@playwright/test";

/** Selects the words of an answer by dragging the mouse over them; `nth` of those that are the same. */
export async function dragOver(page: Page, answer: Locator, words: string, nth = 0): Promise<void> {
  const { from, to } = await answer.evaluate(
    (root, [wanted, skip]) => {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let left = skip;
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const text = node.textContent ?? "";
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const boxes = [...range.getClientRects()];
          const [first, last] = [boxes[0], boxes.at(-1)];
          if (!first || !last) break;
          return {
            from: { x: first.left + 0.5, y: first.top + first.height / 2 },
            to: { x: last.right - 0.5, y: last.top + last.height / 2 },
          };
        }
      }
      throw new Error(`“${wanted}” is not in the answer.`);
    },
    [words, nth] as const,
  );
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** The passages that the browser draws as highlighted. */
export const drawnPassages = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => (range as Range).toString()),
    );
    return [...new Set(texts)].sort();
  });
