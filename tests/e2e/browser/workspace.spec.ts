import { codeByKeys, codeMany, mendWords, seeTheMap, workOnThemes } from '../workspace.ts';
import { test } from './fixtures.ts';

test('codings by keyboard alone', ({ page }) => codeByKeys(page));
test('autocode and memos', ({ page }) => codeMany(page));
test('mending after coding has begun', ({ page }) => mendWords(page));
test('the board of themes', ({ page }) => workOnThemes(page));
test('the three views of the map', ({ page }) => seeTheMap(page));
