import { mergeConfig } from "vite";
import example from "./vite.config";

/** The example's build with the pages of the tests beside its own. */
export default mergeConfig(example, {
  build: { rollupOptions: { input: ["index.html", "widgets.html", "elements.html", "hydrated.html"] } },
});
