/** embed.js: the widgets as custom elements for any page, loaded by a script. */
import { register } from "./register.ts";

export * from "./shared-modules.ts";

register();
