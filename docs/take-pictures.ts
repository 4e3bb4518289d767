// Takes the README's pictures from the running product with its demonstration: `npm run build && npx tsx docs/take-pictures.ts`.
import { join } from 'node:path';
import { SIZES, switchOnTablet } from '../test/journeys/driver/browser.ts';
import { startCentre } from '../test/journeys/driver/centre.ts';
import * as people from '../test/journeys/driver/people.ts';

const picture = (name: string) => join(import.meta.dirname, `${name}.png`);

const centre = await startCentre();
const said = await centre.command('demo');
const code = /code=([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(said)?.[1] ?? '';
const password = /every account: (\S+)/.exec(said)?.[1] ?? '';
const { page, remove } = await switchOnTablet(centre.origin);

await people.enrolTablet(page, code);
await people.openEvent(page, 'Pelayanan Prima Angkatan II');
await people.openSession(page, 'Pembukaan dan budaya melayani');
for (let marked = 0; marked < 9; marked += 1) await page.locator('.person-present').first().click();
await page.locator('.person .mark').nth(3).click();
await page.screenshot({ path: picture('attendance') });

await people.openEvent(page, 'Pelayanan Prima Angkatan II');
await people.openKiosk(page);
await people.begin(page);
await people.answer(page, 3);
await people.answer(page, 4);
await page.locator('[data-choice="3"]:enabled').waitFor();
await page.screenshot({ path: picture('kiosk') });
for (let answered = 2; answered < 9; answered += 1) await people.answer(page, 3);
await people.finishSurvey(page);
await people.leaveKiosk(page);

await page.setViewportSize(SIZES.landscape);
await page.goto('/sign-in');
await page.getByLabel('Nama pengguna').fill('demo.penyelenggara');
await page.getByLabel('Kata sandi', { exact: true }).fill(password);
await page.getByRole('button', { name: 'Masuk' }).click();
await page.getByRole('link', { name: 'Baca hasil' }).click();
await page.locator('canvas').waitFor();
await page.waitForTimeout(500);
await page.screenshot({ path: picture('result') });

await remove();
await centre.remove();
