export {
  countThemeDays,
  countThemes,
  type ThemeCount,
  type ThemeCounts,
  type ThemeDay,
  type ThemeExample,
  type ThemePlace,
  themeExamples,
  themePlaces,
} from "./counts-store.ts";
export type { GivenText, OtherText, ThemeTerm } from "./given-text.ts";
export { type FoundTheme, groupTexts, type TextsToGroup } from "./group-texts.ts";
export { matchThemes } from "./match-themes.ts";
export {
  type GivenName,
  giveName,
  reserveTokens,
  settleTokens,
  type ThemeToName,
  textsToName,
  themesToName,
} from "./naming-store.ts";
export { type OverRepresented, overRepresented } from "./over-represented.ts";
export {
  changeTheme,
  findTheme,
  knownThemes,
  recordThemes,
  type ThemeChange,
  themesWithIds,
} from "./store.ts";
export type { Theme, ThemeNamer } from "./theme.ts";
