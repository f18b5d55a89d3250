import type { WidgetProps } from "../widget/widget-props.ts";
import type * as Core from "./core-styles.ts";
import { type Later, later } from "./later.ts";

/** A widget as rendered by an element, and its styles. */
export interface WidgetChunk extends Pick<typeof Core, "keepKeys"> {
  Widget: (props: WidgetProps) => unknown;
  /** Style sheets; later ones take precedence. */
  styles: string[];
}

interface Loaded<Props> {
  Widget: (props: Props) => unknown;
  styles: string;
}

/**
 * A widget that is loaded when the first element of its kind is on the page. The element passes it its own
 * props in addition to the common ones.
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
