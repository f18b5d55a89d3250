/** Names that scripts/package/build-embed.ts replaces. */

/** The script element that loaded this code; null if it was loaded differently. */
declare const WHETSTONE_SCRIPT: HTMLScriptElement | null;

/** The rules for light and dark on the page around the widgets. */
declare const WHETSTONE_THEME_STYLES: string;

/** The style sheets of styles/, as text. */
declare const WHETSTONE_HOST_STYLES: string;
declare const WHETSTONE_CORE_STYLES: string;
declare const WHETSTONE_BAR_STYLES: string;
declare const WHETSTONE_STARS_STYLES: string;
declare const WHETSTONE_EDITOR_STYLES: string;
