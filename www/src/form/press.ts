/** What waits for a press to end: whatever moves between the press of a pointer and its release loses its click. */

let pressed = false;
const waiting: (() => void)[] = [];

function released(): void {
  // The click follows the release at once.
  setTimeout(() => {
    pressed = false;
    for (const work of waiting.splice(0)) work();
  });
}

addEventListener("pointerdown", ({ button }) => (pressed = button === 0), true);
// A menu or another window may take the release.
for (const end of ["pointerup", "pointercancel", "contextmenu"]) addEventListener(end, released, true);
addEventListener("blur", released);

/** Does the work at once, or once the press under way has ended. */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}
