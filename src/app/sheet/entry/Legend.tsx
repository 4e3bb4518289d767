// Which keys do what in the entry view; shut at first where there is hardly a keyboard.
import { useState } from 'preact/hooks';
import { entryTexts } from '../../text/entry/texts.ts';

const hasKeyboard = (): boolean => globalThis.matchMedia?.('(pointer: fine)').matches ?? true;

export function Legend() {
  const texts = entryTexts();
  const [isOpen] = useState(hasKeyboard);
  const lines = [
    [texts.answerKeys, texts.answer],
    [texts.emptyKeys, texts.clear],
    [texts.nextKeys, texts.next],
    [texts.backKeys, texts.back],
    [texts.addKeys, texts.add],
    [texts.saveKeys, texts.save],
  ] as const;
  return (
    <details class="card entry-legend small" open={isOpen}>
      <summary>{texts.keys}</summary>
      <dl>
        {lines.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>:{' '}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
