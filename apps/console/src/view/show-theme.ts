/** Light, dark, or as the system has it. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Shows the page in a theme, and follows the system where it decides, until the function that it returns is called. */
export function showTheme(theme: Theme): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const show = (): void => {
    const ofSystem = system.matches ? "dark" : "light";
    document.documentElement.dataset["theme"] = theme === "auto" ? ofSystem : theme;
  };
  show();
  system.addEventListener("change", show);
  return () => system.removeEventListener("change", show);
}
