/** Pictures are painted one after the other, each in a task of its own: a key that is struck meanwhile is answered first. */
let last: Promise<void> = Promise.resolve();

export function nextTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}
