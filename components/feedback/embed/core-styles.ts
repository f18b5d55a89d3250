/** How all widgets look; it comes beside the first of them. */
export const styles = WHETSTONE_CORE_STYLES;
