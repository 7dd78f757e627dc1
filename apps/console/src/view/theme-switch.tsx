import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { showTheme, themes, type Theme } from "./show-theme.ts";

/** Dark, light, or as the system has it. */
export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState<Theme>("auto");
  // Before anything is painted, so that no page flashes.
  useLayoutEffect(() => showTheme(theme), [theme]);
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
