// What an event has yielded, on one page: an officer decides the next programme from it.
import { formResultTexts } from '../../../text/office/result/form/texts.ts';
import { resultTexts } from '../../../text/office/texts.ts';
import { downloads, routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { AttendancePart } from './AttendancePart.tsx';
import { CloseOutsPart } from './CloseOutsPart.tsx';
import { CommentsPart } from './CommentsPart.tsx';
import { FormPart } from './form/FormPart.tsx';
import { NotCounted } from './NotCounted.tsx';
import { ObservationPart } from './ObservationPart.tsx';
import { SurveyPart } from './SurveyPart.tsx';

export function ResultTab({ event }: { event: string }) {
  const result = useLoaded(routes.result(event));
  return (
    <WhenLoaded from={result}>
      {({ survey, forms, attendance, observation, close_outs, waiting, quarantined }) => (
        <div class="result">
          <NotCounted waiting={waiting} quarantined={quarantined} />
          {!forms.some(({ asked_as }) => asked_as === 'survey') && (
            <>
              <SurveyPart survey={survey} />
              {survey.comments && survey.responses > 0 && <CommentsPart comments={survey.comments} />}
            </>
          )}
          {forms.map(form => (
            <FormPart key={form.code} form={form} />
          ))}
          <AttendancePart attendance={attendance} />
          <CloseOutsPart closeOuts={close_outs} received={survey.responses} />
          <ObservationPart observation={observation} event={event} />
          <Downloads event={event} hasForms={forms.length > 0} />
        </div>
      )}
    </WhenLoaded>
  );
}

function Downloads({ event, hasForms }: { event: string; hasForms: boolean }) {
  const text = resultTexts();
  const formText = formResultTexts();
  return (
    <section class="stack no-print" aria-labelledby="downloads">
      <h2 id="downloads">{text.downloads}</h2>
      <p class="soft">{text.downloadsNote}</p>
      <div class="row">
        <a class="button" href={downloads.result(event)} download>
          {text.downloadResult}
        </a>
        {hasForms && (
          <a class="button" href={downloads.forms(event)} download>
            {formText.download}
          </a>
        )}
        <a class="button" href={downloads.attendance(event)} download>
          {text.downloadAttendance}
        </a>
        <a class="button" href={downloads.observations(event)} download>
          {text.downloadObservations}
        </a>
        <button type="button" class="button button--quiet" onClick={() => print()}>
          {text.print}
        </button>
      </div>
    </section>
  );
}
