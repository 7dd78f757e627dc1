import { defineConfig, type UserConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const config: UserConfig = defineConfig({
  // The sources of the workspace, so that a build of the page needs no other build.
  resolve: { conditions: ["@secgroup/source", "browser", "import", "default"] },
  build: { target: "es2023", emptyOutDir: false, rolldownOptions: { input: "console.html" } },
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
});

export default config;
