// The gallery's page: `?section=choices&look=kiosk&language=en&dir=rtl&complaining=yes`.
import '../../src/app/style/base.css';
import { render } from 'preact';
import { Fragment } from 'preact/jsx-runtime';
import { type Attachments, AttachmentsContext } from '../../src/app/parts/widgets/attachments.ts';
import { loadWidgets } from '../../src/app/parts/widgets/families.ts';
import { MatrixLater } from '../../src/app/parts/widgets/matrix/MatrixLater.tsx';
import { runsOf } from '../../src/app/parts/widgets/runs.ts';
import { Stem } from '../../src/app/parts/widgets/Stem.tsx';
import { Widget } from '../../src/app/parts/widgets/Widget.tsx';
import { LOOKS } from '../../src/app/parts/widgets/widget.ts';
import { speak } from '../../src/app/text/language.ts';
import type { Sheet } from '../../src/domain/instrument/sheet/sheet.ts';
import { sheetOf } from '../app/parts/widgets/instrument-of.ts';
import { ANSWERED, specimens } from './specimens.ts';
import './gallery.css';

const asked = new URLSearchParams(location.search);
const look = LOOKS.find(one => one === asked.get('look')) ?? 'page';
const language = asked.get('language') === 'en' ? 'en' : 'id';
const isComplaining = asked.get('complaining') === 'yes';

const picture = new Promise<Blob | null>(resolve => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 400 });
  const context = canvas.getContext('2d');
  context?.fillRect(40, 40, 560, 320);
  canvas.toBlob(resolve);
});
const files = new Map<string, Blob>();
const attachments: Attachments = {
  keep: async (key, file, name) => {
    files.set(`${key}-${name}`, file);
    return `${key}-${name}`;
  },
  find: async name => files.get(name) ?? picture,
  drop: async name => void files.delete(name),
};

function Gallery({ sheet }: { sheet: Sheet }) {
  return (
    <div
      class={look === 'kiosk' ? 'kiosk gallery' : 'page gallery'}
      dir={asked.get('dir') === 'rtl' ? 'rtl' : 'ltr'}
    >
      {runsOf(sheet.questions()).map((run, index) =>
        run.kind === 'matrix' ? (
          <MatrixLater
            key={run.rows[0]?.key}
            run={run}
            sheet={sheet}
            look={look}
            complaining={isComplaining}
          />
        ) : (
          <Fragment key={run.question.key}>
            <Stem
              question={run.question}
              sheet={sheet}
              look={look}
              heading={look === 'kiosk' ? 'h1' : 'h2'}
              complaining={isComplaining}
              {...(look !== 'kiosk' && run.question.node.type !== 'note' && { number: index + 1 })}
            />
            <Widget question={run.question} sheet={sheet} look={look} onAnswered={() => undefined} />
          </Fragment>
        ),
      )}
    </div>
  );
}

async function start(): Promise<void> {
  const instrument = specimens(asked.get('section') ?? '');
  const sheet = sheetOf(instrument, ANSWERED);
  sheet.speak(language);
  await speak(language);
  await loadWidgets(instrument);
  const root = document.getElementById('gallery') ?? document.body;
  render(
    <AttachmentsContext.Provider value={attachments}>
      <Gallery sheet={sheet} />
    </AttachmentsContext.Provider>,
    root,
  );
  root.dataset.ready = 'yes';
}
void start();
