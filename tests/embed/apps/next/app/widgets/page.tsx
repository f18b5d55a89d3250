export { default, metadata } from "../widgets-page";
