import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** Dark, light, or as the system has it. */
export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState<Theme>("auto");
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return (
    <fieldset class="theme">
      <legend class="hidden">Colours</legend>
      {themes.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" checked={one === theme} onChange={() => setTheme(one)} />
          <span>{one}</span>
        </label>
      ))}
    </fieldset>
  );
}
