/** What each variable is for. A test holds the names to those that the style sheets read. */
export const variableWords: Readonly<Record<string, string>> = {
  "--whetstone-ink": "Text",
  "--whetstone-muted": "Quieter text and resting icons",
  "--whetstone-surface": "The ground of fields and chips",
  "--whetstone-border": "Borders of fields, chips and buttons",
  "--whetstone-hover": "The ground of what is under the pointer",
  "--whetstone-accent": "Pressed thumbs, main buttons, the focus ring",
  "--whetstone-accent-surface": "The ground of what is pressed or ticked",
  "--whetstone-on-accent": "Text on main buttons",
  "--whetstone-star": "Filled stars",
  "--whetstone-danger": "Refusals",
  "--whetstone-added": "The ground of added words",
  "--whetstone-removed": "The ground of removed words",
  "--whetstone-radius": "Corners",
  "--whetstone-font": "Font family",
  "--whetstone-font-size": "Size of text",
};
