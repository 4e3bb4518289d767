// The camera's picture, looked at until a code is in it.
import { useEffect, useRef } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { createReader } from './detector.ts';

type CameraProps = { onCode: (code: string) => void; onRefused: () => void; onStop: () => void };

const LOOK_EVERY_MS = 250;

export function Camera(props: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const screen = video.current;
    if (!screen) return;
    return watch(
      screen,
      code => latest.current.onCode(code),
      () => latest.current.onRefused(),
    );
  }, []);
  return (
    <div class="widget-camera">
      <video ref={video} playsInline muted aria-label={moreWidgetTexts().pointCamera} />
      <p class="soft">{moreWidgetTexts().pointCamera}</p>
      <button type="button" class="button" onClick={props.onStop}>
        {moreWidgetTexts().stopCamera}
      </button>
    </div>
  );
}

/** The result lets go of the camera. */
function watch(screen: HTMLVideoElement, onCode: (code: string) => void, onRefused: () => void): () => void {
  let isOver = false;
  let stream: MediaStream | null = null;
  const release = () => {
    isOver = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const look = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (isOver) return release();
    screen.srcObject = stream;
    await screen.play();
    const read = createReader();
    while (!isOver) {
      // A picture that cannot be read is followed by the next.
      const code = await read(screen).catch(() => null);
      if (code && !isOver) return onCode(code);
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  look().catch(() => {
    if (!isOver) onRefused();
    release();
  });
  return release;
}
