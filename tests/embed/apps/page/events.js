// Keeps what the elements tell the page, and what the form would send.
window.told = [];
for (const name of ["saved", "removed", "refused", "final"]) {
  document.addEventListener(`whetstone:${name}`, ({ detail, target }) => {
    window.told.push({ name, element: target.localName, detail });
  });
}
document.querySelector("form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  window.sent = Object.fromEntries(new FormData(event.target));
});
