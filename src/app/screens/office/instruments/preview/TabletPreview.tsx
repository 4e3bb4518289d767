// A preview in a tablet's frame, one page after another as in the kiosk; nothing that is answered leaves it.
import { useMemo, useState } from 'preact/hooks';
import { pagesOf } from '../../../../../domain/instrument/sheet/pages.ts';
import type { LiveQuestion, Sheet } from '../../../../../domain/instrument/sheet/sheet.ts';
import { dirOf } from '../../../../parts/widgets/direction.ts';
import { FormLanguage } from '../../../../sheet/FormLanguage.tsx';
import { KioskPage } from '../../../../sheet/kiosk/KioskPage.tsx';
import { tidy } from '../../../../sheet/tidy.ts';
import { plainWording } from '../../../../sheet/wording.ts';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';

type TabletPreviewProps = { sheet: Sheet; again: () => void };

export function TabletPreview({ sheet, again }: TabletPreviewProps) {
  const text = instrumentTexts();
  const walked = useMemo(() => pagesOf(sheet), [sheet]);
  /** -1: before the first page. */
  const [place, setPlace] = useState(-1);
  const pages = walked.value;
  const spoken = sheet.language.value;
  return (
    <div class="tablet" lang={spoken} dir={dirOf(spoken)}>
      <div class="tablet-head">
        {place >= 0 && (
          <button type="button" class="button button--quiet" onClick={() => setPlace(place - 1)}>
            <span aria-hidden="true">←</span> {text.back}
          </button>
        )}
        <FormLanguage
          name={text.paperLanguage}
          languages={sheet.instrument.languages}
          spoken={spoken}
          onSpeak={code => sheet.speak(code)}
        />
        {pages[place] && (
          <p class="number" id="progress">
            {text.progress(formatNumber(place + 1), formatNumber(pages.length))}
          </p>
        )}
      </div>
      <div class="tablet-page">
        {place < 0 && <Start sheet={sheet} begin={() => setPlace(0)} />}
        <Asked sheet={sheet} pages={pages} place={place} go={setPlace} />
        {place >= pages.length && (
          <>
            <p role="status">
              <strong>{text.finished}</strong>
            </p>
            <button type="button" class="button button--next" onClick={again}>
              {text.again}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function Start({ sheet, begin }: { sheet: Sheet; begin: () => void }) {
  const { title, notice } = sheet.instrument;
  const spoken = sheet.language.value;
  return (
    <>
      <h3>{plainWording(title, spoken)}</h3>
      {notice && <p class="tablet-notice">{plainWording(notice.text, spoken)}</p>}
      <button type="button" class="button button--next" onClick={begin}>
        {instrumentTexts().begin}
      </button>
    </>
  );
}

type AskedProps = {
  sheet: Sheet;
  pages: ReturnType<typeof pagesOf>['value'];
  place: number;
  go: (place: number) => void;
};

function Asked({ sheet, pages, place, go }: AskedProps) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [complainsAt, setComplainsAt] = useState('');
  const page = pages[place];
  if (!page) return null;
  const next = () => {
    tidy(page.questions);
    const isWrong = page.questions.some(({ violation }) => violation.peek() !== null);
    setComplainsAt(isWrong ? page.key : '');
    if (!isWrong) go(place + 1);
  };
  const skip = (question: LiveQuestion) => {
    question.answer(null);
    setSkipped(new Set([...skipped, question.key]));
    go(place + 1);
  };
  return (
    <KioskPage
      key={page.key}
      page={page}
      sheet={sheet}
      isLast={place === pages.length - 1}
      closed={false}
      complaining={complainsAt === page.key}
      isSkipped={({ key, raw }) => skipped.has(key) && raw.value === ''}
      onNext={next}
      onSkip={skip}
      onAdd={repeat => repeat.add()}
      onRemove={(repeat, index) => {
        repeat.remove(index);
        go(Math.max(0, place - 1));
      }}
    />
  );
}
