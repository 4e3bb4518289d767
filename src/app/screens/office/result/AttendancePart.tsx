// Who took part, session by session.
import { MARKS } from '../../../../domain/attendance/mark.ts';
import type { AttendanceResult } from '../../../../protocol/office/result.ts';
import { formatDay, formatNumber } from '../../../text/date.ts';
import { resultTexts } from '../../../text/office/texts.ts';

const COLUMNS = [...MARKS, 'unmarked'] as const;

export function AttendancePart({ attendance }: { attendance: AttendanceResult }) {
  const text = resultTexts();
  const { attended, participants, sessions } = attendance;
  return (
    <section class="stack" aria-labelledby="attendance">
      <h2 id="attendance">{text.attendance}</h2>
      {sessions.length === 0 ? (
        <p>{text.noSessions}</p>
      ) : (
        <>
          <p>{text.attended(formatNumber(attended), formatNumber(participants))}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label={text.attendanceCaption}>
            <table class="table table--counts">
              <caption class="hidden-visually">{text.attendanceCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.session}</th>
                  {COLUMNS.map(mark => (
                    <th key={mark} scope="col" class="number">
                      {text[mark]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sessions.map(session => (
                  <tr key={session.id}>
                    <th scope="row">
                      {session.name}
                      <br />
                      <span class="soft small">{formatDay(session.day, 'long')}</span>
                    </th>
                    {COLUMNS.map(mark => (
                      <Count key={mark} n={session.counts[mark] ?? 0} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}

/** A nought stands back, so that the eye finds what there is. */
export const Count = ({ n }: { n: number }) => (
  <td class={n === 0 ? 'number soft' : 'number number--some'}>{formatNumber(n)}</td>
);
