// What a person is told where the disk or the database file is at fault: what is wrong, and what to do about it.
import { DamagedKey } from '../identity/key-shelf.ts';
import { isUnusable } from '../store/database.ts';
import { NewerDatabase } from '../store/migrate.ts';

type Sentence = { readonly id: string; readonly en: string };

/** By what the system or SQLite says; the first that fits. */
const TROUBLES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /ENOSPC|EDQUOT|is full/,
    {
      id: 'Penyimpanan penuh. Kosongkan ruang, lalu ulangi.',
      en: 'The disk is full. Free some space, then try again.',
    },
  ],
  [
    /EROFS|EACCES|EPERM|readonly/,
    {
      id: 'Tidak boleh menulis di sini. Periksa izin folder dan pemiliknya.',
      en: 'Writing is not allowed here. Check the permissions and the owner of the folder.',
    },
  ],
  [
    /malformed|not a database/,
    {
      id: 'Berkas basis data rusak. Pulihkan dari cadangan: npm run lembar -- restore BERKAS',
      en: 'The database file is damaged. Restore a backup: npm run lembar -- restore FILE',
    },
  ],
  [
    /locked/,
    {
      id: 'Basis data sedang dipakai perintah lain. Tunggu sampai selesai, lalu ulangi.',
      en: 'Another command is using the database. Wait until it is done, then try again.',
    },
  ],
];

/** Null where the error is none of the disk's or the file's: then it is a bug. */
export function explainTrouble(error: unknown, dataFolder: string): string | null {
  if (error instanceof NewerDatabase)
    return `Data ini ditulis Lembar yang lebih baru. Perbarui Lembar dulu. / This data was written by a newer Lembar. Update Lembar first.`;
  if (error instanceof DamagedKey)
    return `Berkas kunci ${error.path} rusak. Pindahkan, lalu: npm run lembar -- keys restore SALINAN-KUNCI
The key file ${error.path} is damaged. Move it away, then: npm run lembar -- keys restore COPY-OF-THE-KEYS`;
  if (!(error instanceof Error) || !(isUnusable(error) || 'syscall' in error)) return null;
  const [, remedy] = TROUBLES.find(([said]) => said.test(error.message)) ?? [];
  return [
    `Data di ${dataFolder} tidak dapat dibuka atau ditulis. / Cannot read or write the data in ${dataFolder}.`,
    ...(remedy ? [remedy.id, remedy.en] : []),
    error.message,
  ].join('\n');
}
