// Saves the copy of the centre's keys under a passphrase, and insists on it: without one a broken server costs every answer.
import { useState } from 'preact/hooks';
import { refused } from '../../../../domain/result.ts';
import { ESCROW_PASSPHRASE_MIN } from '../../../../protocol/limits.ts';
import type { KeyState } from '../../../../protocol/office/device.ts';
import { useApp } from '../../../app-context.ts';
import { download } from '../../../parts/download.ts';
import { formatMoment } from '../../../text/date.ts';
import { keyTexts, officeTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { type Download, routes } from '../centre/routes.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { SecretControl, ShowControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Said } from '../parts/Said.tsx';
import { useKeys } from './keys.ts';

export function Keys() {
  const text = keyTexts();
  const keys = useKeys();
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <>
      <Heading title={officeTexts().keys}>{text.title}</Heading>
      <p>{text.why}</p>
      <WhenLoaded from={keys}>
        {state => (
          <>
            <SavedOn at={state.escrowed_at} />
            <SaveCopy
              isFirst={state.escrowed_at === null}
              done={file => {
                download(file);
                setSaved(file.name);
                keys.reload();
              }}
            />
            <Said>{saved && text.saved(saved)}</Said>
            <KeyList keys={state.keys} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}

function SavedOn({ at }: { at: string | null }) {
  const text = keyTexts();
  const { clock } = useApp();
  if (at === null) return <p class="notice notice--bad">{text.notSaved}</p>;
  return <p class="notice notice--good">{text.savedOn(formatMoment(Date.parse(at), clock()))}</p>;
}

function SaveCopy({ isFirst, done }: { isFirst: boolean; done: (file: Download) => void }) {
  const text = keyTexts();
  const centre = useCentre();
  const [shown, setShown] = useState(false);
  const send = async ({ passphrase = '', passphrase_again }: Record<string, string>) => {
    if ([...passphrase].length < ESCROW_PASSPHRASE_MIN)
      return refused('key.passphrase_short', { min: ESCROW_PASSPHRASE_MIN });
    if (passphrase !== passphrase_again) return refused('key.passphrase_differs');
    return centre.postForFile(routes.escrow, { passphrase });
  };
  return (
    <Form submit={isFirst ? text.save : text.saveAgain} send={send} done={done}>
      <SecretControl
        name="passphrase"
        shown={shown}
        label={text.passphrase}
        hint={text.passphraseRule(ESCROW_PASSPHRASE_MIN)}
        required
        autoComplete="new-password"
      />
      <SecretControl
        name="passphrase_again"
        shown={shown}
        label={text.again}
        hint={text.againHint}
        required
        autoComplete="new-password"
      />
      <ShowControl shown={shown} show={setShown} label={text.show} />
    </Form>
  );
}

function KeyList({ keys }: { keys: KeyState['keys'] }) {
  const text = keyTexts();
  const { clock } = useApp();
  return (
    <section class="stack stack--tight" aria-labelledby="keys">
      <h2 id="keys">{text.keysHeading}</h2>
      <ul class="plain">
        {keys.map(key => (
          <li key={key.key_id}>
            <code>{key.key_id}</code>{' '}
            <span class="soft">{text.madeOn(formatMoment(Date.parse(key.made_at), clock()))}</span>{' '}
            {key.current && <span class="tag">{text.current}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
