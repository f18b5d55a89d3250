/**
 * The entry point `whetstone/embed.js`: the widgets as custom elements, for bundlers. Importing it registers
 * them.
 */
import { configurePage } from "./page-settings.ts";
import { register } from "./register.ts";

/** What holds for all elements of a page that do not say it themselves. */
export interface PageOptions {
  /** Where Whetstone runs, such as `https://feedback.example.com`; the page's own origin unless told. */
  server?: string | undefined;
  /** `pk_…`. Visible to anyone; never use a secret key here. */
  key?: string | undefined;
}

/** Says where the server is and which key its page has, as the script tag's `data-server` and `data-key` do. */
export const configure: (options: PageOptions) => void = configurePage;

// There is nothing to render on a server.
if (typeof customElements === "object") register();
