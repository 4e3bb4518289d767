// A line or an area, one point after another.
import { useState } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { namedGroup, type WidgetProps } from '../widget.ts';
import { CoordinateFields, isWhole } from './CoordinateFields.tsx';
import {
  closeShape,
  NOWHERE,
  openShape,
  type Point,
  readPoint,
  readPoints,
  writePoint,
  writePoints,
} from './place-text.ts';
import { TakePlace } from './TakePlace.tsx';

/** A line needs two, an area three. */
const FEWEST = { geotrace: 2, geoshape: 3 } as const;

export function GeoPoints({ question, closed }: WidgetProps) {
  const words = moreWidgetTexts();
  const [typed, setTyped] = useState<Point>(NOWHERE);
  const isShape = question.node.type === 'geoshape';
  const fewest = FEWEST[isShape ? 'geoshape' : 'geotrace'];
  const read = readPoints(question.raw.value);
  const points = isShape ? openShape(read) : read;
  const answer = (next: readonly string[]) =>
    question.answer(writePoints(isShape && next.length >= fewest ? closeShape(next) : next) || null);
  const add = (point: Point) => {
    answer([...points, writePoint(point)]);
    setTyped(NOWHERE);
  };
  return (
    <div {...namedGroup(question)} class="widget-geo">
      <p role="status">
        {words.points(points.length)}
        {points.length > 0 && points.length < fewest && ` ${words.pointsMissing(fewest - points.length)}`}
      </p>
      <Points points={points} />
      <TakePlace label={words.addPlace} closed={closed} onPlace={add} />
      <CoordinateFields question={question} point={typed} closed={closed} onPoint={setTyped} />
      <div class="row">
        <button type="button" class="button" disabled={closed || !isWhole(typed)} onClick={() => add(typed)}>
          {words.addTyped}
        </button>
        {points.length > 0 && (
          <button type="button" class="button" disabled={closed} onClick={() => answer(points.slice(0, -1))}>
            {words.removeLast}
          </button>
        )}
      </div>
    </div>
  );
}

const Points = ({ points }: { points: readonly string[] }) =>
  points.length > 0 && (
    <ol class="widget-points number">
      {points.map(readPoint).map(({ lat, lon }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same place may come twice
        <li key={index} dir="ltr">
          {lat}, {lon}
        </li>
      ))}
    </ol>
  );
