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

addEventListener("pointerdown", () => (pressed = true), true);
addEventListener("pointerup", released, true);
addEventListener("pointercancel", released, true);

/** Does the work at once, or once the press under way has ended. */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}
