/** What scripts/package/build-embed.ts puts in the place of these names. */

/** The script element that this code came by; null where it came another way. */
declare const WHETSTONE_SCRIPT: HTMLScriptElement | null;

/** The rules that tell light from dark on the page around the widgets. */
declare const WHETSTONE_THEME_STYLES: string;

/** The style sheets of styles/, as text. */
declare const WHETSTONE_HOST_STYLES: string;
declare const WHETSTONE_CORE_STYLES: string;
declare const WHETSTONE_BAR_STYLES: string;
declare const WHETSTONE_STARS_STYLES: string;
declare const WHETSTONE_EDITOR_STYLES: string;
