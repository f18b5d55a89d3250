/** The chunk for pages with a bar. */
export { FeedbackBar as Widget } from "../bar/feedback-bar.tsx";
export const styles = WHETSTONE_BAR_STYLES;
