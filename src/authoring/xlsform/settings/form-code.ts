// The permanent code of a form, from what its author called it.
import type { Report } from '../report.ts';
import { spotOf } from '../table/table.ts';
import type { Settings } from './settings.ts';

const PATTERN = /^[a-z0-9._-]{1,64}$/;

/** The form's id where it has the shape of a code; else the nearest that has, which is reported. */
export const formCode = (settings: Settings, known: string | undefined, report: Report): string => {
  const written = settings.id || settings.title;
  if (PATTERN.test(written)) return written;
  if (settings.id === '' && known !== undefined) return known;
  const code = sanitised(written) || known || 'form';
  if (written !== '' && settings.row !== null)
    report.repair('form.code', spotOf(settings.row, settings.id === '' ? 'form_title' : 'form_id'), {
      written,
      code,
    });
  return code;
};

const sanitised = (written: string): string =>
  written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
