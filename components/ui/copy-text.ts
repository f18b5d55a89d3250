/**
 * Puts a text on the clipboard.
 *
 * The clipboard API is missing on plain http beyond localhost, where many self-hosted installations live; there a
 * selected text area and the old command do it.
 * @returns whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    // Beside the button, so that a modal dialog does not make it inert.
    (document.activeElement?.parentElement ?? document.body).append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
