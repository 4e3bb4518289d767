// A sheet page by page on a person's own screen: next, back, and all pages at a glance.
import { useState } from 'preact/hooks';
import { AttachmentsContext } from '../../parts/widgets/attachments.ts';
import { formatNumber } from '../../text/date.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import { goToQuestion } from '../shown/QuestionsTogether.tsx';
import { firstWrong } from '../standing.ts';
import { FillingHead } from './FillingHead.tsx';
import { Finishing } from './Finishing.tsx';
import type { FormFilling } from './form-filling.ts';
import { Overview } from './Overview.tsx';
import { PageShown } from './PageShown.tsx';
import { useWalk, type Walk } from './use-walk.ts';
import '../shown/sheet.css';

export function PageView({ filling }: { filling: FormFilling }) {
  const walk = useWalk(filling);
  const [isOverview, setOverview] = useState(false);
  const { pages, place, page } = walk;
  const go = (to: number) => {
    setOverview(false);
    walk.go(to);
  };
  return (
    <AttachmentsContext.Provider value={filling.attachments}>
      <FillingHead filling={filling}>
        <Progress walk={walk} isOverview={isOverview} onToggle={() => setOverview(!isOverview)} />
        {isOverview ? (
          <Overview pages={pages} place={place} checked={filling.checked.value} onGo={go} />
        ) : (
          page && (
            <>
              <PageShown key={page.key} page={page} filling={filling} walk={walk} />
              <Steps walk={walk} />
              {walk.isLast && (
                <Finishing
                  filling={filling}
                  onWrong={question => {
                    const to = firstWrong(pages, [question]);
                    if (to >= 0 && to !== place) go(to);
                    // Once that page is there.
                    setTimeout(() => goToQuestion(question.key));
                  }}
                />
              )}
            </>
          )
        )}
      </FillingHead>
    </AttachmentsContext.Provider>
  );
}

type ProgressProps = { walk: Walk; isOverview: boolean; onToggle: () => void };

function Progress({ walk: { pages, place }, isOverview, onToggle }: ProgressProps) {
  const texts = sheetTexts();
  return (
    <div class="sheet-progress">
      <p class="number" id="sheet-page">
        {texts.page(formatNumber(place + 1), formatNumber(pages.length))}
      </p>
      <button type="button" class="button button--quiet" aria-expanded={isOverview} onClick={onToggle}>
        {isOverview ? texts.closeOverview : texts.overview}
      </button>
      <progress max={pages.length} value={place + 1} aria-labelledby="sheet-page" />
    </div>
  );
}

/** Where it is asked whether there is one more, the answer is the way on. */
function Steps({ walk }: { walk: Walk }) {
  const texts = sheetTexts();
  return (
    <div class="row">
      {walk.place > 0 && (
        <button type="button" class="button" onClick={() => walk.go(walk.place - 1)}>
          {texts.back}
        </button>
      )}
      {!walk.isLast && walk.page?.kind === 'questions' && (
        <button type="button" class="button button--next" onClick={walk.next}>
          {texts.goOn}
        </button>
      )}
    </div>
  );
}
