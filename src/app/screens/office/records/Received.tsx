// When a record was received: an anonymous one tells only its day.
import { useApp } from '../../../app-context.ts';
import { formatDay, formatMoment } from '../../../text/date.ts';

export function Received({ at }: { at: string }) {
  const { clock } = useApp();
  return <>{at.length > 10 ? formatMoment(Date.parse(at), clock()) : formatDay(at, 'long')}</>;
}
