export { type ContainsPattern, readContainsPattern } from './contains-pattern.ts';
export type { Point } from './distance.ts';
export type { Place } from './geography.ts';
export { createInventory, type ExtraNumber, type Inventory, type InventoryOptions } from './inventory.ts';
export type { StockFilter } from './search.ts';
