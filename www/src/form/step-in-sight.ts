/** Which step of the form is in sight: the one at a third of the height of the window. */
import type { SectionId } from "../i18n/sections.js";

export class StepInSight {
  private readonly observer: IntersectionObserver;

  constructor(tell: (step: SectionId) => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        const section = entries.find(({ isIntersecting }) => isIntersecting)?.target as HTMLElement | undefined;
        if (section) tell(section.dataset["step"] as SectionId);
      },
      { rootMargin: "-33% 0px -66% 0px" },
    );
  }

  /** Follows the steps that a part of the page has now, and no others. */
  follow(part: HTMLElement): void {
    this.observer.disconnect();
    for (const section of part.querySelectorAll("[data-step]")) this.observer.observe(section);
  }
}
