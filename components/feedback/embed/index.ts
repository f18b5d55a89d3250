/** embed.js: the widgets as elements of any page, by a script. */
import { register } from "./register.ts";

export * from "./shared-modules.ts";

register();
