import { pictureStyles } from "./picture-styles.ts";

/** Pixels of the picture per pixel of the screen. */
const SCALE = 2;
const PADDING = 20;

/** What stands in a picture beside the chart itself. */
interface PictureWords {
  title: string;
  summary: string;
}

/**
 * A picture of a chart as it is on the screen, SVG or HTML, in its theme: every computed style is written into a copy,
 * which the browser then draws as an SVG image. Parts marked with data-no-picture are left out.
 */
export async function drawPng(chart: HTMLElement, words: PictureWords): Promise<Blob> {
  const page = pageOf(chart, words);
  const { width, height } = measured(page);
  const markup = new XMLSerializer().serializeToString(page);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * SCALE}" height="${height * SCALE}" viewBox="0 0 ${width} ${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
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
  const copy = inlined(chart);
  copy.style.setProperty("padding", "0");
  const width = chart.clientWidth;
  copy.style.setProperty("width", `${width}px`);
  copy.style.setProperty("height", "auto");
  const page = document.createElement("div");
  page.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
  const look = getComputedStyle(chart);
  page.style.cssText = `box-sizing:content-box;width:${width}px;padding:${PADDING}px;background:${colour("--surface")};font-family:${look.fontFamily};color:${colour("--ink")}`;
  page.append(
    line(title, `font-size:16px;font-weight:600;line-height:22px;margin:0 0 12px;color:${colour("--ink")}`),
    copy,
    line(summary, `font-size:12px;line-height:17px;margin:12px 0 0;color:${colour("--faint")}`),
  );
  return page;
}

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

/** A copy that looks the same without any stylesheet. */
function inlined<T extends Element>(node: T): T {
  const copy = node.cloneNode(false) as T;
  const look = getComputedStyle(node);
  const styles = pictureStyles.map((name) => `${name}:${look.getPropertyValue(name)}`);
  copy.removeAttribute("class");
  copy.setAttribute("style", styles.join(";"));
  for (const child of node.childNodes) {
    if (child instanceof Element) {
      if (!child.matches("[data-no-picture], .sr-only, script")) copy.append(inlined(child));
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
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
