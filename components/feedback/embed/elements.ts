import type { Settings } from "./read-settings.ts";
import { WhetstoneElement } from "./whetstone-element.ts";
import { widgetChunk } from "./widget-chunk.ts";

const bar = widgetChunk(() => import("./bar-widget.ts"));
const stars = widgetChunk(() => import("./stars-widget.ts"));

/** `<whetstone-feedback>`: the thumbs, and the details they open. */
export class BarElement extends WhetstoneElement {
  protected readonly chunk = bar;

  protected override props({ categories, positiveCategories }: Settings): object {
    return { categories, positiveCategories };
  }
}

/** `<whetstone-stars>`: one to five stars. */
export class StarsElement extends WhetstoneElement {
  protected readonly chunk = stars;
}
