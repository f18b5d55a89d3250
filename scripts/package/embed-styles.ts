import { join } from "node:path";
import { bundle } from "lightningcss";

/** The style sheets that embed.js brings as texts, by the names that its sources have for them. */
export function embedStyles(source: string): Record<string, string> {
  const own = (name: string) => styleText(join(source, "embed", "styles", `${name}.css`));
  return {
    WHETSTONE_THEME_STYLES: JSON.stringify(themeText(source)),
    WHETSTONE_HOST_STYLES: JSON.stringify(own("host")),
    WHETSTONE_CORE_STYLES: JSON.stringify(own("core")),
    WHETSTONE_BAR_STYLES: JSON.stringify(own("bar")),
    WHETSTONE_STARS_STYLES: JSON.stringify(own("stars")),
    WHETSTONE_EDITOR_STYLES: JSON.stringify(own("editor")),
  };
}

/** Light or dark is decided on the page around: on the element itself, a rule would hide what its ancestors say. */
const themeText = (source: string): string =>
  styleText(join(source, "styles", "light-and-dark.css")).replaceAll(":root,:host", ":root");

const styleText = (filename: string): string =>
  Buffer.from(bundle({ filename, minify: true }).code).toString();
