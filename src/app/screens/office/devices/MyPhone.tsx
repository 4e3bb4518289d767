// All that a supervisor needs from the office: a code for the own phone.
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/result.ts';
import type { EnrolmentCode } from '../../../../protocol/office/device.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { deviceTexts, officeTexts } from '../../../text/office/texts.ts';
import { useAccount } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { Heading } from '../parts/Heading.tsx';
import { CodeCard } from './CodeCard.tsx';

export function MyPhone() {
  const text = deviceTexts();
  const centre = useCentre();
  const account = useAccount();
  const [code, setCode] = useState<EnrolmentCode | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const make = async () => {
    const { id: account_id, unit_id } = account;
    const result = await centre.post(routes.enrolmentCodes, { account_id, unit_id });
    setProblem(result.ok ? null : result.problem);
    if (result.ok) setCode(result.value);
  };
  return (
    <>
      <Heading>{officeTexts().myPhone}</Heading>
      <p>{text.myPhoneIntro}</p>
      <ProblemNote problem={problem} />
      {code && (
        <>
          <CodeCard key={code.code} code={code} />
          <p>
            {text.myPhoneHere} <a href={`/enrol#code=${code.code}`}>{text.enrolHere}</a>
          </p>
        </>
      )}
      <div>
        <button type="button" class={code ? 'button' : 'button button--next'} onClick={() => void make()}>
          {text.makeCode}
        </button>
      </div>
    </>
  );
}
