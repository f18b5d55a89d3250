/** The chunk for pages with an editor. */
export { CorrectionEditor as Widget } from "../editor/correction-editor.tsx";
export const styles = WHETSTONE_EDITOR_STYLES;
