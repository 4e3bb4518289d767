// One place.
import { language } from '../../../text/language.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { writeNumber } from '../numbers/number-text.ts';
import { namedGroup, type WidgetProps } from '../widget.ts';
import { CoordinateFields } from './CoordinateFields.tsx';
import { type Point, readPoint, writePoint } from './place-text.ts';
import { TakePlace } from './TakePlace.tsx';

export function GeoPoint({ question, closed }: WidgetProps) {
  const words = moreWidgetTexts();
  const point = readPoint(question.raw.value);
  const answer = (next: Point) => question.answer(writePoint(next) || null);
  const accuracy = Number(point.accuracy);
  return (
    <div {...namedGroup(question)} class="widget-geo">
      <TakePlace
        label={point.lat === '' ? words.takePlace : words.takeAgain}
        closed={closed}
        onPlace={answer}
      />
      <CoordinateFields question={question} point={point} closed={closed} onPoint={answer} />
      {accuracy > 0 && <p>{words.accuracy(writeNumber(String(Math.ceil(accuracy)), language()))}</p>}
    </div>
  );
}
