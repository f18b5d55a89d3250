/** The styles that decide how a chart looks; all others stay behind when its picture is taken. */
const pictureStyles = [
  ...["display", "position", "top", "right", "bottom", "left", "z-index", "float", "box-sizing"],
  ...["width", "height", "min-width", "min-height", "max-width", "max-height", "aspect-ratio"],
  ...["margin-top", "margin-right", "margin-bottom", "margin-left"],
  ...["padding-top", "padding-right", "padding-bottom", "padding-left"],
  ...["flex-direction", "flex-wrap", "flex-grow", "flex-shrink", "flex-basis", "order"],
  ...["grid-template-columns", "grid-template-rows", "grid-column-start", "grid-column-end"],
  ...["grid-row-start", "grid-row-end", "grid-auto-flow", "row-gap", "column-gap"],
  ...["align-items", "align-content", "align-self", "justify-content", "justify-items", "justify-self"],
  ...["background-color", "background-image", "background-size", "background-position", "background-repeat"],
  ...["border-top-width", "border-right-width", "border-bottom-width", "border-left-width"],
  ...["border-top-style", "border-right-style", "border-bottom-style", "border-left-style"],
  ...["border-top-color", "border-right-color", "border-bottom-color", "border-left-color"],
  ...["border-top-left-radius", "border-top-right-radius", "border-bottom-left-radius"],
  ...["border-bottom-right-radius", "border-collapse", "border-spacing", "table-layout", "caption-side"],
  ...["color", "opacity", "overflow-x", "overflow-y", "clip-path", "transform", "transform-origin"],
  ...["translate", "rotate", "scale", "list-style-type", "vertical-align", "writing-mode"],
  ...["font-family", "font-size", "font-weight", "font-style", "font-variant-numeric", "line-height"],
  ...[
    "letter-spacing",
    "text-align",
    "text-anchor",
    "text-overflow",
    "text-transform",
    "white-space-collapse",
  ],
  ...["text-wrap-mode", "text-decoration-line", "dominant-baseline", "overflow-wrap", "word-break"],
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"],
  ...["stroke-dashoffset", "stroke-linecap", "stroke-linejoin"],
];

/** The letters of the page's font that a picture needs: Latin, by the code of A. */
const LATIN = /U\+0{0,4}-0{0,2}FF/i;

/**
 * The page's own font as a style that a picture carries with it, for a picture may load nothing. Without it, because
 * the font is the system's or cannot be fetched, the picture is set in the system's letters.
 */
async function pictureFont(family: string): Promise<string> {
  const [first = ""] = family.split(",");
  const name = first.replace(/["']/g, "").trim();
  const face = fontFaces().find(
    ({ style }) =>
      style.getPropertyValue("font-family").replace(/["']/g, "") === name &&
      style.getPropertyValue("font-style") !== "italic" &&
      LATIN.test(style.getPropertyValue("unicode-range")),
  );
  const [, source] = /url\(["']?([^"')]+)/.exec(face?.style.getPropertyValue("src") ?? "") ?? [];
  if (!face || !source) return "";
  try {
    const answer = await fetch(new URL(source, face.parentStyleSheet?.href ?? document.baseURI));
    if (!answer.ok) return "";
    const weight = face.style.getPropertyValue("font-weight") || "normal";
    const url = await dataUrl(await answer.blob());
    return `@font-face{font-family:"${name}";font-weight:${weight};src:url(${url})}`;
  } catch {
    return "";
  }
}

function fontFaces(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].flatMap(facesOf);
    } catch {
      // Another site's stylesheet, which a page may use but not read.
      return [];
    }
  });
}

/** A rule's own face, or those in its layers and conditions. */
function facesOf(rule: CSSRule): CSSFontFaceRule[] {
  if (rule instanceof CSSFontFaceRule) return [rule];
  return rule instanceof CSSGroupingRule ? [...rule.cssRules].flatMap(facesOf) : [];
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** What no picture shows. */
const LEFT_OUT = "[data-no-picture], .sr-only, script";

/** A copy that looks the same without any stylesheet; what scrolls is whole in it. */
function inlined<T extends HTMLElement>(node: T): T {
  return copyOf(node) as T;
}

function copyOf(node: Element): Element {
  const copy = node.cloneNode(false) as Element;
  const look = getComputedStyle(node);
  const styles = pictureStyles.map((name) => `${name}:${look.getPropertyValue(name)}`);
  if (node.matches("[data-scrolls]")) styles.push("overflow:visible", "width:auto", "height:auto");
  copy.removeAttribute("class");
  copy.setAttribute("style", styles.join(";"));
  for (const child of node.childNodes) {
    if (child instanceof Element) {
      if (!child.matches(LEFT_OUT)) copy.append(copyOf(child));
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}

/** Pixels of the picture per pixel of the screen. */
const SCALE = 2;

/** Around the picture, in pixels of the screen. */
const PADDING = 20;

/** The text of an exported image. */
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
  if (!context) throw new Error("This browser does not support canvas drawing.");
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The image is empty."))), "image/png"),
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
