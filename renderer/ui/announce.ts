let region: HTMLElement | null = null;

/** Tells a screen reader what happened, without showing it: results of an act that are seen elsewhere on the page. */
export function announce(words: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = region.textContent === words ? `${words}\u00A0` : words;
}
