// A version of a questionnaire for A4 paper: chosen language and blocks on top, then the sheet as it comes out of the printer.
import { useState } from 'preact/hooks';
import type { Instrument } from '../../../../../domain/instrument/definition.ts';
import { dirOf } from '../../../../parts/widgets/direction.ts';
import { formLanguage, plainWording } from '../../../../sheet/wording.ts';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { routes } from '../../centre/routes.ts';
import { useLoaded } from '../../centre/use-loaded.ts';
import { WhenLoaded } from '../../centre/WhenLoaded.tsx';
import { Heading } from '../../parts/Heading.tsx';
import { instrumentPath } from '../names.ts';
import { outlineOf } from './outline.ts';
import { PaperParts } from './PaperParts.tsx';
import { PaperContext, Words } from './paper-words.tsx';
import './paper.css';

export default function PaperPage({ code, version }: { code: string; version: string }) {
  const detail = useLoaded(routes.instrument(code, Number(version)));
  return <WhenLoaded from={detail}>{({ instrument }) => <Sheet instrument={instrument} />}</WhenLoaded>;
}

const MOST_BLOCKS = 30;

function Sheet({ instrument }: { instrument: Instrument }) {
  const text = instrumentTexts();
  const [spoken, setSpoken] = useState(formLanguage(instrument));
  const [blocks, setBlocks] = useState(3);
  const { code, version, languages } = instrument;
  const title = plainWording(instrument.title, spoken);
  return (
    <>
      <header class="stack no-print">
        <p class="soft small">
          <a href={instrumentPath(code)}>{title}</a>
        </p>
        <Heading title={`${title} · ${text.print}`}>{text.print}</Heading>
        <div class="row paper-controls">
          {languages.length > 1 && (
            <label class="field">
              <span>{text.paperLanguage}</span>
              <select class="input" value={spoken} onChange={event => setSpoken(event.currentTarget.value)}>
                {languages.map(one => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {instrument.nodes.some(node => node.kind === 'repeat') && (
            <label class="field">
              <span>{text.blocks}</span>
              <input
                class="input"
                type="number"
                min={1}
                max={MOST_BLOCKS}
                value={blocks}
                onInput={event => setBlocks(blocksIn(event.currentTarget.value) ?? blocks)}
              />
            </label>
          )}
          <button type="button" class="button button--next" onClick={() => print()}>
            {text.printNow}
          </button>
        </div>
        <p class="soft small">{text.printHint}</p>
      </header>
      <PaperContext.Provider value={{ instrument, spoken, blocks }}>
        <article class="paper" lang={spoken} dir={dirOf(spoken)}>
          <header>
            <p class="paper-title">{title}</p>
            <p class="paper-code">
              {code} · {text.version(formatNumber(version))}
            </p>
            {instrument.notice && (
              <p class="paper-notice">
                <Words of={instrument.notice.text} />
              </p>
            )}
            <p class="paper-day">
              {text.paperDay}: <span class="paper-line paper-line--short" />
            </p>
          </header>
          <PaperParts parts={outlineOf(instrument)} />
        </article>
      </PaperContext.Provider>
    </>
  );
}

const blocksIn = (typed: string): number | null =>
  /^\d+$/.test(typed) && Number(typed) >= 1 ? Math.min(Number(typed), MOST_BLOCKS) : null;
