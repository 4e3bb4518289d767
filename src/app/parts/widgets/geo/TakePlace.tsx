// The button that asks the device where it is, and what came of it.
import { useState } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { locate, type NoPlace } from './locate.ts';
import type { Point } from './place-text.ts';

type TakePlaceProps = { label: string; closed: boolean | undefined; onPlace: (point: Point) => void };

export function TakePlace({ label, closed, onPlace }: TakePlaceProps) {
  const [state, setState] = useState<'ready' | 'looking' | NoPlace['code']>('ready');
  const words = moreWidgetTexts();
  const take = async () => {
    setState('looking');
    const found = await locate();
    setState(found.ok ? 'ready' : found.problem.code);
    if (found.ok) onPlace(found.value);
  };
  const isLooking = state === 'looking';
  return (
    <div class="widget-take">
      <button type="button" class="button" disabled={closed || isLooking} onClick={() => void take()}>
        {isLooking ? words.locating : label}
      </button>
      <p role="status" class={state === 'ready' || isLooking ? 'hidden-visually' : 'notice'}>
        {state === 'ready' ? '' : isLooking ? words.locating : words[NO_PLACE[state]]}
      </p>
    </div>
  );
}

const NO_PLACE = {
  'place.refused': 'placeRefused',
  'place.unknown': 'placeUnknown',
  'place.unable': 'placeUnable',
} as const;
