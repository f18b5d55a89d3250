export { groupThemes, projectsToGroup, watchThemes } from "./group-themes.ts";
export {
  type ReadTheme,
  type ReadThemeDetail,
  type ReadThemes,
  readTheme,
  readThemes,
} from "./read-themes.ts";
export {
  themeChangeSchema,
  themeDetailJson,
  themeDetailSchema,
  themeJson,
  themeRecordJson,
  themeRecordSchema,
  themeSchema,
} from "./theme-json.ts";
export { type MetTheme, type ThemesAsked, themesOf } from "./themes-of.ts";
