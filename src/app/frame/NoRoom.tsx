// Says to staff why no new sheet can be started on a device that is almost full, and what to do about it.
import { roomTexts } from '../text/room/texts.ts';
import './advice.css';

/** A kiosk's whole screen. */
export default function NoRoom() {
  const texts = roomTexts();
  return (
    <div class="stack">
      <p class="soft">{texts.staff}</p>
      <h1>{texts.title}</h1>
      <RoomAdvice />
    </div>
  );
}

export function RoomAdvice() {
  const texts = roomTexts();
  return (
    <div class="stack">
      <p class="notice" role="alert">
        {texts.why}
      </p>
      <ol class="advice">
        <li>{texts.send}</li>
        <li>{texts.free}</li>
      </ol>
      <p class="soft">{texts.wait}</p>
    </div>
  );
}
