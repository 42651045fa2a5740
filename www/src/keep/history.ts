/** What the dossier was, step by step: each a JSON text. */

const MOST = 100;

export class History {
  private steps: string[] = [];
  private at = -1;

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.steps.length - 1;
  }

  /** Remembers a new state; what was undone before it is no more. False when nothing changed. */
  record(state: string): boolean {
    if (this.steps[this.at] === state) return false;
    this.steps = [...this.steps.slice(0, this.at + 1), state].slice(-MOST);
    this.at = this.steps.length - 1;
    return true;
  }

  /** Goes a step back (-1) or forth (1); the state to load. */
  go(by: -1 | 1): string | null {
    const state = this.steps[this.at + by];
    if (state === undefined) return null;
    this.at += by;
    return state;
  }

  /** The present state, as the form gives it back once loaded. */
  settle(state: string): void {
    this.steps[this.at] = state;
  }

  /** Begins with a state, and forgets every other. */
  begin(state: string): void {
    this.steps = [state];
    this.at = 0;
  }
}
