/** The letters of the page's font that a picture needs: Latin, by the code of A. */
const LATIN = /U\+0{0,4}-0{0,2}FF/i;

/**
 * The page's own font as a style that a picture carries with it, for a picture may load nothing. Without it, because
 * the font is the system's or cannot be fetched, the picture is set in the system's letters.
 */
export async function pictureFont(family: string): Promise<string> {
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
