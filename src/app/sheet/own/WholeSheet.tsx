// A whole sheet on one page: groups as sections, repeated parts, and finishing, which leads to what stands in its way.
import { useMemo } from 'preact/hooks';
import { AttachmentsContext } from '../../parts/widgets/attachments.ts';
import { goToQuestion } from '../shown/QuestionsTogether.tsx';
import { FillingHead } from './FillingHead.tsx';
import { Finishing } from './Finishing.tsx';
import type { FormFilling } from './form-filling.ts';
import { numbersIn } from './numbers.ts';
import { Section } from './Section.tsx';
import '../shown/sheet.css';

type WholeSheetProps = { filling: FormFilling; confirmTitle?: string };

export function WholeSheet({ filling, confirmTitle }: WholeSheetProps) {
  const { sheet, checked, attachments } = filling;
  const numbers = useMemo(() => numbersIn(sheet), [sheet]);
  return (
    <AttachmentsContext.Provider value={attachments}>
      <FillingHead filling={filling}>
        <Section
          group={sheet.root}
          level={2}
          shared={{ sheet, look: 'page', complaining: checked.value, numbers: numbers.value }}
        />
        <Finishing filling={filling} confirmTitle={confirmTitle} onWrong={({ key }) => goToQuestion(key)} />
      </FillingHead>
    </AttachmentsContext.Provider>
  );
}
