// Chooses the facilitator's PIN of a shared tablet: typed twice, so that a slip locks nobody out.
import { useState } from 'preact/hooks';
import { useApp, useAttempt } from '../app-context.ts';
import { PinPad } from '../parts/PinPad.tsx';
import { pinTexts } from '../text/pin/texts.ts';

const MIN_LENGTH = 4;

export function ChoosePin({ onChosen }: { onChosen: () => void }) {
  const { tablet } = useApp();
  const attempt = useAttempt();
  const [first, setFirst] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<'different' | 'tooShort' | null>(null);
  const texts = pinTexts();
  const enter = async (pin: string) => {
    if (first === null && pin.length < MIN_LENGTH) return setComplaint('tooShort');
    if (first !== null && pin !== first) {
      setFirst(null);
      return setComplaint('different');
    }
    setComplaint(null);
    if (first === null) return setFirst(pin);
    await tablet.setPin(pin);
    onChosen();
  };
  return (
    <PinPad
      title={first === null ? texts.chooseTitle : texts.repeatTitle}
      explanation={first === null ? texts.choose : texts.repeat}
      complaint={complaint && texts[complaint]}
      blocked={false}
      words={{ ok: texts.ok, erase: texts.erase, cancel: texts.cancel, filled: texts.digits }}
      onEnter={pin => attempt(enter(pin))}
    />
  );
}
