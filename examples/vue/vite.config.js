import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// Vue leaves elements of other makers alone when it is told their names.
const isCustomElement = (tag) => tag.startsWith("whetstone-");

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
