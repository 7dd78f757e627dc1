import type { Product } from "../run/product.ts";

/** What a mistake changes of the product. */
export type PlantedBug = Partial<Product>;
