// A barcode or QR code: read by the camera where the browser can, typed where it cannot.
import { useState } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { named, type WidgetProps } from '../widget.ts';
import { Camera } from './Camera.tsx';
import { canRead } from './detector.ts';
import './scan.css';

const LONGEST = 2000;

export default function Scan({ question, closed, onAnswered }: WidgetProps) {
  const words = moreWidgetTexts();
  const [isLooking, setLooking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const stop = () => setLooking(false);
  return (
    <div class="widget-scan">
      {canRead() && !isLooking && (
        <button type="button" class="button" disabled={closed} onClick={() => setLooking(true)}>
          {question.raw.value === '' ? words.scan : words.scanAgain}
        </button>
      )}
      {isLooking && (
        <Camera
          onCode={code => {
            question.answer(code.slice(0, LONGEST));
            stop();
          }}
          onRefused={() => {
            setRefused(true);
            stop();
          }}
          onStop={stop}
        />
      )}
      <p role="status" class={isRefused ? 'notice' : 'hidden-visually'}>
        {isRefused && words.cameraRefused}
      </p>
      <input
        type="text"
        dir="ltr"
        {...named(question)}
        class="input"
        autocomplete="off"
        maxLength={LONGEST}
        placeholder={canRead() ? words.orTypeCode : words.typeCode}
        readOnly={closed === true}
        value={question.raw.value}
        onInput={event => question.answer(event.currentTarget.value || null)}
        onKeyDown={event => {
          if (event.key === 'Enter') onAnswered();
        }}
      />
    </div>
  );
}
