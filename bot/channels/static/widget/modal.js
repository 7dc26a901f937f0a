// What lies over the chat and has to be left before one goes on: the focus stays in it, Escape leaves it, and then the focus
// is where it was.

const FOCUSABLE = "button, a[href], input, [tabindex='0']";

/** Covers `behind` with `layer`, whose focus begins at `first`; gives the function that ends it. `leave` is called by Escape. */
export function covered(behind, layer, first, opener, leave) {
  for (const each of behind) each.inert = true;
  const onkeydown = (event) => {
    if (event.key === "Tab") return kept(event, layer);
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    leave();
  };
  layer.addEventListener("keydown", onkeydown);
  first.focus();
  return () => {
    layer.removeEventListener("keydown", onkeydown);
    for (const each of behind) each.inert = false;
    if (opener && opener.isConnected) opener.focus();
  };
}

/** Goes round from the last to the first, and back. */
function kept(event, layer) {
  const places = [...layer.querySelectorAll(FOCUSABLE)].filter((each) => each.tabIndex >= 0);
  const [first, last] = [places[0], places[places.length - 1]];
  const now = layer.getRootNode().activeElement;
  const leaves = event.shiftKey ? now === first || !places.includes(now) : now === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
