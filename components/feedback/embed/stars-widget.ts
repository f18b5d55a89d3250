/** The chunk for pages with stars. */
export { StarRating as Widget } from "../stars/star-rating.tsx";
export const styles = WHETSTONE_STARS_STYLES;
