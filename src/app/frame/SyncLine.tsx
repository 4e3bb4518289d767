// The line that tells what still has to reach the centre, with a way to try at once and a page that tells more.
import { useMemo } from 'preact/hooks';
import { useApp, useLive } from '../app-context.ts';
import { currentPath } from '../route.ts';
import { frameTexts } from '../text/frame/texts.ts';
import { syncSentence } from './sync-sentence.ts';

const SENDING = '/sending';

export function SyncLine() {
  const { tablet, clock } = useApp();
  const status = useLive(useMemo(() => tablet.sync.status(), [tablet]));
  if (!status) return <div class="sync" aria-busy="true" />;
  const { tone, sentences } = syncSentence(status, clock());
  return (
    <div class={`sync sync--${tone}`} data-pending={status.pending}>
      <span class="sync-shape" aria-hidden="true" />
      <p role="status">{sentences.join(' ')}</p>
      <div class="sync-ways">
        {currentPath() !== SENDING && (
          <a class="button button--quiet" href={`${SENDING}?from=${currentPath()}`}>
            {frameTexts().details}
          </a>
        )}
        <button
          type="button"
          class="button button--quiet"
          disabled={status.state.kind === 'sending'}
          onClick={() => tablet.sync.now()}
        >
          {frameTexts().sendNow}
        </button>
      </div>
    </div>
  );
}
