import { cloudPages } from "./cloud/cloud-pages.ts";
import { comparisonPage } from "./comparison/comparison-page.ts";
import type { Page } from "./page.ts";

/** Every page that has generated sections. */
export const pages: readonly Page[] = [...cloudPages, comparisonPage];
