// Everything that a tablet loads to fill in a form, without any screen: what is weighed.
export { loadFunctions } from '../../src/domain/instrument/evaluate/load.ts';
export { createSheet } from '../../src/domain/instrument/sheet/create-sheet.ts';
export { pagesOf } from '../../src/domain/instrument/sheet/pages.ts';
