/** Long enough for a browser to have begun with the download, in milliseconds. */
const KEPT_FOR = 10_000;

/** Hands a file to the reader as a download. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}
