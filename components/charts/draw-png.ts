import { inlined } from "./inline-styles.ts";
import { pictureFont } from "./picture-font.ts";

/** Pixels of the picture per pixel of the screen. */
const SCALE = 2;

/** Around the picture, in pixels of the screen. */
const PADDING = 20;

/** What stands in a picture beside the chart itself. */
interface PictureWords {
  title: string;
  summary: string;
}

/**
 * A picture of a chart as it is on the screen, SVG or HTML, in its theme: every computed style is written into a copy,
 * which the browser then draws as an SVG image. Parts marked with data-no-picture are left out, and what scrolls is
 * drawn whole.
 */
export async function drawPng(chart: HTMLElement, words: PictureWords): Promise<Blob> {
  const page = pageOf(chart, words);
  const { width, height } = measured(page);
  const font = document.createElement("style");
  font.textContent = await pictureFont(getComputedStyle(chart).fontFamily);
  page.prepend(font);
  const markup = new XMLSerializer().serializeToString(page);
  const size = `width="${width * SCALE}" height="${height * SCALE}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no canvas.");
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is empty."))), "image/png"),
  );
}

/** The title over the chart over its summary, on the colour of the page. */
function pageOf(chart: HTMLElement, { title, summary }: PictureWords): HTMLElement {
  const look = getComputedStyle(chart);
  const inner =
    chart.clientWidth - Number.parseFloat(look.paddingLeft) - Number.parseFloat(look.paddingRight);
  const width = inner + scrolledAway(chart);
  const copy = inlined(chart);
  copy.style.cssText += `;padding:0;width:${width}px;height:auto`;
  const page = document.createElement("div");
  page.style.cssText = `box-sizing:content-box;width:${width}px;padding:${PADDING}px;background:${colour("--surface")};font-family:${look.fontFamily}`;
  page.append(
    line(title, `font-size:16px;font-weight:600;line-height:22px;margin:0 0 12px;color:${colour("--ink")}`),
    copy,
    line(summary, `font-size:12px;line-height:17px;margin:12px 0 0;color:${colour("--faint")}`),
  );
  return page;
}

/** How much of the chart lies outside of what scrolls, in pixels. */
const scrolledAway = (chart: HTMLElement): number =>
  Math.max(
    0,
    ...[...chart.querySelectorAll("[data-scrolls]")].map((box) => box.scrollWidth - box.clientWidth),
  );

function line(words: string, style: string): HTMLElement {
  const part = document.createElement("p");
  part.style.cssText = style;
  part.textContent = words;
  return part;
}

/** What a colour of the theme is right now. */
function colour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The size that it takes, in whole pixels. */
function measured(page: HTMLElement): { width: number; height: number } {
  const stage = document.createElement("div");
  stage.style.cssText = "position:fixed;left:-100000px;top:0";
  stage.append(page);
  document.body.append(stage);
  const { width, height } = page.getBoundingClientRect();
  stage.remove();
  return { width: Math.ceil(width), height: Math.ceil(height) };
}
