// One page of the sheet on the screen, with the way back, the progress, and its answers.
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { AttachmentsContext } from '../../parts/widgets/attachments.ts';
import { dirOf } from '../../parts/widgets/direction.ts';
import { attachmentsWith } from '../../sheet/attachments.ts';
import { FormLanguage } from '../../sheet/FormLanguage.tsx';
import { goesByTap, KioskPage } from '../../sheet/kiosk/KioskPage.tsx';
import { progressOf } from '../../sheet/standing.ts';
import { appLanguage } from '../../sheet/wording.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import { speak } from '../../text/language.ts';
import type { Filling } from './filling.ts';

type QuestionPageProps = { filling: Filling; earlyPress: { current: boolean } };

export function QuestionPage({ filling, earlyPress }: QuestionPageProps) {
  const [page, draft, open] = [filling.page(), filling.draft.value, filling.open.value];
  const attachments = useAttachments(filling);
  if (!page || !draft || !open) return null;
  const { sheet, pages } = open;
  const spoken = sheet.language.value;
  const [question, ...others] = page.questions;
  const isAlone = question && others.length === 0;
  return (
    <main
      class="kiosk kiosk-question"
      data-stage="asking"
      data-page={page.key}
      {...(isAlone && { 'data-question': question.key })}
      lang={spoken}
      dir={dirOf(spoken)}
    >
      <Head filling={filling} place={open.standing(draft)} />
      {/* A press that began on the last screen answers nothing on this one. */}
      <div
        class={isAlone && goesByTap(question) ? 'kiosk-page kiosk-page--choices' : 'kiosk-page'}
        onClickCapture={event => {
          // `detail` is 0 for clicks that no pointer made.
          if (event.detail > 0 && earlyPress.current) refuse(event);
        }}
      >
        <AttachmentsContext.Provider value={attachments}>
          <KioskPage
            // Other elements for another page of another person: nothing of the last one is carried over.
            key={`${draft.id} ${page.key}`}
            page={page}
            sheet={sheet}
            isLast={pages.value.at(-1) === page}
            closed={filling.isClosed}
            complaining={filling.complaining.value}
            isSkipped={one => open.isSkipped(one)}
            onNext={() => filling.next()}
            onSkip={one => filling.skip(one)}
            onAdd={repeat => filling.addPart(repeat)}
            onRemove={(repeat, index) => filling.removePart(repeat, index)}
          />
        </AttachmentsContext.Provider>
      </div>
    </main>
  );
}

function refuse(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function useAttachments(filling: Filling) {
  const { tablet, newId } = useApp();
  return useMemo(
    () => attachmentsWith({ tablet, newId, keeper: filling.keeper, filling: () => filling.draft.peek() }),
    [tablet, newId, filling],
  );
}

function Head({ filling, place }: { filling: Filling; place: number }) {
  const texts = kioskTexts();
  const open = filling.open.value;
  if (!open) return null;
  const progress = progressOf(open.pages.value, place);
  const total = progress?.total ?? 1;
  const isFirst = place === 0;
  const choose = (code: string) => {
    filling.speak(code);
    const own = appLanguage(code);
    if (own) void speak(own);
  };
  return (
    <header class="kiosk-head">
      <button
        type="button"
        class="button button--quiet"
        onClick={() => (isFirst ? filling.clear() : filling.back())}
      >
        <span aria-hidden="true">{isFirst ? '✕' : '←'}</span> {isFirst ? texts.cancel : texts.back}
      </button>
      <FormLanguage
        name={texts.language}
        languages={open.sheet.instrument.languages}
        spoken={open.sheet.language.value}
        onSpeak={choose}
      />
      <p class="kiosk-progress number" id="progress">
        {progress ? texts.progress(progress.asked, progress.total) : texts.lastStep}
      </p>
      <progress max={total} value={progress?.asked ?? total} aria-labelledby="progress" />
    </header>
  );
}
