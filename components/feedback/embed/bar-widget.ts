/** What comes when a page has a bar. */
export { FeedbackBar as Widget } from "../bar/feedback-bar.tsx";
export const styles = WHETSTONE_BAR_STYLES;
