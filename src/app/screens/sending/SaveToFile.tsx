// The second road: everything that waits as one file, to be carried to the office by hand.
import { useState } from 'preact/hooks';
import type { BatchFile } from '../../../device/tablet.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { canShare, download, share } from '../../parts/download.ts';
import { formatNumber } from '../../text/date.ts';
import { sendingTexts } from '../../text/sending/texts.ts';
import '../../frame/advice.css';

type State = { is: 'idle' } | { is: 'making' } | { is: 'nothing' } | { is: 'made'; file: BatchFile };

export function SaveToFile({ pending }: { pending: number }) {
  const { tablet } = useApp();
  const attempt = useAttempt();
  const texts = sendingTexts();
  const [state, setState] = useState<State>({ is: 'idle' });
  const make = async () => {
    setState({ is: 'making' });
    const file = await tablet.sync.toFile();
    setState(file ? { is: 'made', file } : { is: 'nothing' });
    if (file) download(file);
  };
  return (
    <section class="card stack" aria-labelledby="save">
      <h2 id="save">{texts.saveTitle}</h2>
      <p>{texts.saveIntro}</p>
      <div>
        <button
          type="button"
          class={pending > 0 && state.is !== 'made' ? 'button button--next' : 'button'}
          disabled={state.is === 'making'}
          onClick={() => attempt(make())}
        >
          {state.is === 'making' ? texts.saving : texts.save}
        </button>
      </div>
      <div role="status" class="stack">
        {state.is === 'nothing' && <p>{texts.nothing}</p>}
        {state.is === 'made' && <Made file={state.file} />}
      </div>
    </section>
  );
}

function Made({ file }: { file: BatchFile }) {
  const texts = sendingTexts();
  return (
    <>
      <div class="notice notice--good">
        <p>
          <strong>{texts.saved(formatNumber(file.records), formatSize(file.blob.size))}</strong>
        </p>
        <p>
          {texts.savedWhere} <b class="file-name">{file.name}</b>
        </p>
      </div>
      <div class="row">
        {canShare(file) && (
          <button type="button" class="button button--next" onClick={() => void share(file)}>
            {texts.share}
          </button>
        )}
        <button type="button" class="button" onClick={() => download(file)}>
          {texts.again}
        </button>
      </div>
      <p class="notice">{texts.stays}</p>
      <h3>{texts.nextTitle}</h3>
      <ol class="advice">
        <li>{texts.nextCarry}</li>
        <li>{texts.nextTakeIn}</li>
        <li>{texts.nextConnect}</li>
      </ol>
    </>
  );
}

const formatSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${formatNumber(Math.round(bytes / 1024 / 1024))} MB`;
