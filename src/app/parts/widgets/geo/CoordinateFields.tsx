// Latitude and longitude to type or to check.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { Part } from '../Part.tsx';
import { namedPart } from '../widget.ts';
import type { Point } from './place-text.ts';

type CoordinateFieldsProps = {
  question: LiveQuestion;
  point: Point;
  closed: boolean | undefined;
  onPoint: (point: Point) => void;
};

export function CoordinateFields({ question, point, closed, onPoint }: CoordinateFieldsProps) {
  const words = moreWidgetTexts();
  const field = (name: 'lat' | 'lon', label: string, most: number) => (
    <Part question={question} name={name} label={label}>
      <input
        type="text"
        dir="ltr"
        {...namedPart(question, name)}
        class="input widget-coordinate"
        inputMode="text"
        autocomplete="off"
        maxLength={20}
        readOnly={closed === true}
        aria-invalid={Math.abs(Number(point[name])) > most || Number.isNaN(Number(point[name]))}
        value={point[name]}
        onInput={event => onPoint(typed(point, name, event.currentTarget.value))}
      />
    </Part>
  );
  return (
    <div class="widget-parts">
      {field('lat', words.latitude, 90)}
      {field('lon', words.longitude, 180)}
    </div>
  );
}

/** What was measured belongs to the place that was measured. */
const typed = ({ lat, lon }: Point, name: 'lat' | 'lon', text: string): Point => ({
  ...{ lat, lon, altitude: '', accuracy: '' },
  [name]: text.replace(/[−–]/, '-').replace(',', '.').replace(/\s/g, ''),
});

export const isWhole = (point: Point): boolean =>
  /^-?\d+(\.\d+)?$/.test(point.lat) &&
  /^-?\d+(\.\d+)?$/.test(point.lon) &&
  Math.abs(Number(point.lat)) <= 90 &&
  Math.abs(Number(point.lon)) <= 180;
