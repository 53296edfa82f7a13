export { describeSearch } from './describe-search.ts';
export { PickNumberElement } from './pick-number.ts';
export { searchFieldsStyles } from './search-fields.styles.ts';
