/**
 * The entry point `whetstone/embed.js`: the widgets as custom elements, for bundlers. Importing it registers
 * them.
 */
import { configurePage } from "./page-settings.ts";
import { register } from "./register.ts";

/** The settings of all elements of a page that have none of their own. */
export interface PageOptions {
  /** The URL of Whetstone, such as `https://feedback.example.com`. Defaults to the page's own origin. */
  server?: string | undefined;
  /** `pk_…`. Visible to anyone; never use a secret key here. */
  key?: string | undefined;
}

/** Sets the server and the page's key, like `data-server` and `data-key` of the script tag. */
export const configure: (options: PageOptions) => void = configurePage;

// There is nothing to render on a server.
if (typeof customElements === "object") register();
