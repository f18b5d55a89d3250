import { expect, type Locator, type Page } from "@playwright/test";
import { expectAlive } from "./alive.ts";
import { clickAlive } from "./press.ts";

/** A figure or a point of a chart: what it says that it counts, and where it leads. */
export interface Figure {
  /** The page that it stands on, for whoever reads of a failure. */
  page: string;
  href: string;
  count: number;
  unit: string;
  /** What a person reads at it. */
  seen: string;
}

/**
 * Every figure of a page that leads somewhere: of its charts and, behind them, of its tables, with every point that the
 * keyboard reaches. Fails where a link leads to the list of interactions and does not say what it counts.
 */
export async function figuresOf(page: Page, address: string): Promise<Figure[]> {
  await page.goto(address);
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  const main = page.getByRole("main");
  const figures = [...(await linksIn(main)), ...(await pointsOf(page))];
  const tables = await page.getByRole("button", { name: "Table", exact: true }).all();
  for (const table of tables) {
    await clickAlive(table);
  }
  if (tables.length > 0) figures.push(...(await linksIn(main)));
  return figures.map((figure) => ({ page: address, ...figure }));
}

type Found = Omit<Figure, "page">;

/** The links of a page's own figures. The row around a link counts as read with it. */
async function linksIn(main: Locator): Promise<Found[]> {
  const undeclared = await main
    .locator("a")
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute("href") ?? "")
        .filter(
          (href, index) => /\/interactions(\?|$)/.test(href) && !links[index]?.hasAttribute("data-count"),
        ),
    );
  expect(undeclared, "links to interactions that do not say what they count").toEqual([]);
  return main.locator("a[data-count]:not([role=application] a)").evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute("href") ?? "",
      count: Number(link.getAttribute("data-count")),
      unit: link.getAttribute("data-unit") ?? "",
      seen: link.textContent ?? "",
    })),
  );
}

/** Every point of every chart that leads somewhere, line by line. */
async function pointsOf(page: Page): Promise<Found[]> {
  const points: Found[] = [];
  for (const chart of await page.getByRole("main").getByRole("application").all()) {
    await expectAlive(chart);
    await chart.focus();
    await page.keyboard.press("Home");
    for (let at = await look(chart); at; ) {
      points.push(...(await linesAt(page, chart, at)));
      await page.keyboard.press("ArrowRight");
      const next = await look(chart);
      at = next && next.title !== at.title ? next : null;
    }
  }
  return points;
}

interface Look {
  title: string;
  said: string;
  figure: Found | null;
}

/** What the keyboard is on. */
const look = (chart: Locator): Promise<Look | null> =>
  chart.evaluate((layer) => {
    const said = layer.querySelector("[aria-live]")?.textContent ?? "";
    const link = layer.querySelector("a[data-count]");
    if (said === "") return null;
    return {
      title: said.slice(0, said.indexOf(".")),
      said,
      figure: link && {
        href: link.getAttribute("href") ?? "",
        count: Number(link.getAttribute("data-count")),
        unit: link.getAttribute("data-unit") ?? "",
        // What Enter opens is said last; the number must be one of the point's own.
        seen: said.replace(/ Press Enter to open .*$/, ""),
      },
    };
  });

/** The lines of a point that lead somewhere: the arrow down goes through them until it is at the first again. */
async function linesAt(page: Page, chart: Locator, first: Look): Promise<Found[]> {
  if (!first.figure) return [];
  const lines = [first];
  if (!/Press Enter to open [^.]* of /.test(first.said)) return [first.figure];
  for (;;) {
    await page.keyboard.press("ArrowDown");
    const next = await look(chart);
    if (!next?.figure || next.said === first.said) return lines.flatMap(({ figure }) => figure ?? []);
    lines.push(next);
  }
}

/** What the page at a figure's address says that it has of its unit; null where it does not say. */
export async function countAt(page: Page, { href, unit }: Figure): Promise<number | null> {
  const answer = await page.request.get(href);
  expect(answer.status(), href).toBe(200);
  const html = await answer.text();
  const [, total] = new RegExp(`data-total="(\\d+)" data-unit="${unit}"`).exec(html) ?? [];
  if (total !== undefined) return Number(total);
  const [, counted] =
    new RegExp(`data-${unit === "interactions" ? "interactions" : "ratings"}="(\\d+)"`).exec(html) ?? [];
  return counted === undefined ? null : Number(counted);
}
