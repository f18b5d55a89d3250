/** What comes when a page has stars. */
export { StarRating as Widget } from "../stars/star-rating.tsx";
export const styles = WHETSTONE_STARS_STYLES;
