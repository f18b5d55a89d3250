import type { WidgetProps } from "../widget/widget-props.ts";
import type * as Core from "./core-styles.ts";
import { type Later, later } from "./later.ts";

/** A widget as an element draws it, and how it looks. */
export interface WidgetChunk extends Pick<typeof Core, "keepKeys"> {
  Widget: (props: WidgetProps) => unknown;
  /** Style sheets, the later ones on top. */
  styles: string[];
}

interface Loaded<Props> {
  Widget: (props: Props) => unknown;
  styles: string;
}

/**
 * A widget that is fetched when the first element of its kind is on the page. Whoever draws it gives it its own props
 * beside those of all widgets.
 */
export function widgetChunk<Props extends WidgetProps>(
  load: () => Promise<Loaded<Props>>,
): Later<WidgetChunk> {
  return later(
    async () => {
      const [core, { Widget, styles }] = await Promise.all([import("./core-styles.ts"), load()]);
      return {
        keepKeys: core.keepKeys,
        Widget: Widget as WidgetChunk["Widget"],
        styles: [core.styles, styles],
      };
    },
    (cause) => {
      // biome-ignore lint/suspicious/noConsole: the one way to tell a developer
      console.warn("whetstone: a part of embed.js could not be fetched, so a widget is missing.", cause);
      return undefined;
    },
  );
}
