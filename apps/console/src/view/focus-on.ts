/** Moves the focus, so that who does not see the page hears where they are now; headings can have it too. */
export function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) return;
  if (element instanceof HTMLHeadingElement) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
