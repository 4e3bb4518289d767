// An enrolment code, large, with its address as a link and a QR code, and the time that it still works.
import { useEffect, useState } from 'preact/hooks';
import type { EnrolmentCode } from '../../../../protocol/office/device.ts';
import { useApp } from '../../../app-context.ts';
import { deviceTexts } from '../../../text/office/texts.ts';
import { outlineQr } from './qr.ts';

export function CodeCard({ code }: { code: EnrolmentCode }) {
  const text = deviceTexts();
  const leftMs = useTimeLeft(Date.parse(code.expires_at));
  const address = `${location.origin}/enrol#code=${code.code}`;
  if (leftMs <= 0)
    return (
      <p class="notice" role="status">
        {text.codeOver}
      </p>
    );
  const { size, path } = outlineQr(address);
  return (
    <section class="code-card" aria-label={text.codeTitle}>
      <svg
        class="code-qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={text.codeQr(address)}
        shapeRendering="crispEdges"
      >
        <path d={path} />
      </svg>
      <div class="stack">
        <p class="code">{code.code}</p>
        <p>{text.codeHow}</p>
        <p class="small">
          {text.codeLink}: <a href={address}>{address}</a>
        </p>
        <p class="small">
          <strong class="number" role="timer">
            {text.codeLeft(minutesAndSeconds(leftMs))}
          </strong>
          <br />
          <span class="soft">{text.codeOnce}</span>
        </p>
      </div>
    </section>
  );
}

function useTimeLeft(until: number): number {
  const { clock } = useApp();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const ticking = setInterval(() => setNow(clock()), 1000);
    return () => clearInterval(ticking);
  }, [clock]);
  return until - now;
}

const minutesAndSeconds = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
