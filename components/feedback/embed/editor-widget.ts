/** What comes when a page has an editor. */
export { CorrectionEditor as Widget } from "../editor/correction-editor.tsx";
export const styles = WHETSTONE_EDITOR_STYLES;
