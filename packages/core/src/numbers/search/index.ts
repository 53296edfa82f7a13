export { createPriceBook, type PriceBook } from './price-book.ts';
export { recommendFor } from './recommend.ts';
export { searchErrors } from './search-errors.ts';
export { createSearchNumbers, type SearchDeps, type SearchNumbers } from './search-numbers.ts';
