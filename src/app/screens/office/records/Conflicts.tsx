// Two contents under one number: which one counts, and that the other is kept.
import type { ConflictingRecord } from '../../../../protocol/office/device.ts';
import { recordTexts } from '../../../text/office/texts.ts';
import { kindName } from './kind-name.ts';
import { Received } from './Received.tsx';

export function Conflicts({ conflicts }: { conflicts: readonly ConflictingRecord[] }) {
  const text = recordTexts();
  if (conflicts.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="conflicts">
      <h2 id="conflicts">{text.conflicts}</h2>
      <p class="soft">{text.conflictsWhy}</p>
      <table class="table">
        <caption class="hidden-visually">{text.conflicts}</caption>
        <thead>
          <tr>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.received}</th>
            <th scope="col">{text.recordId}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one number may have come with several contents
            <tr key={`${conflict.id} ${index}`}>
              <th scope="row">{kindName(conflict.kind)}</th>
              <td>
                <Received at={conflict.received} />
              </td>
              <td class="soft small breakable">{conflict.id}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
