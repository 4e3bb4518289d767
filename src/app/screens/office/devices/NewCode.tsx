// Makes an enrolment code, for a unit's shared tablet or for a supervisor's own phone.
import { useState } from 'preact/hooks';
import { CODE_LIFE_MINUTES } from '../../../../protocol/limits.ts';
import type { Account } from '../../../../protocol/office/account.ts';
import type { EnrolmentCode } from '../../../../protocol/office/device.ts';
import type { Unit } from '../../../../protocol/office/plan.ts';
import { deviceTexts } from '../../../text/office/texts.ts';
import { useAccount, useMay } from '../account.ts';
import { inOrder } from '../agency/unit-order.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { SelectControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { CodeCard } from './CodeCard.tsx';

export function NewCode() {
  const text = deviceTexts();
  const knowsPeople = useMay('plan');
  const units = useLoaded(routes.units);
  const accounts = useLoaded(knowsPeople ? routes.accounts : null);
  return (
    <section class="stack" aria-labelledby="new-code">
      <h2 id="new-code">{text.newCode}</h2>
      <p class="soft">{text.newCodeIntro(CODE_LIFE_MINUTES)}</p>
      <WhenLoaded from={units}>
        {({ units }) => {
          const supervisors = accounts.value?.accounts.filter(one => one.role === 'supervisor' && one.active);
          return <CodeForm units={units} supervisors={supervisors ?? []} />;
        }}
      </WhenLoaded>
    </section>
  );
}

type CodeFormProps = { units: readonly Unit[]; supervisors: readonly Account[] };

function CodeForm({ units, supervisors }: CodeFormProps) {
  const text = deviceTexts();
  const centre = useCentre();
  const self = useAccount();
  const [forPhone, setForPhone] = useState(false);
  const [code, setCode] = useState<EnrolmentCode | null>(null);

  const send = ({ unit_id = '', account_id }: Record<string, string>) => {
    const owner = forPhone ? supervisors.find(one => one.id === account_id) : undefined;
    return centre.post(routes.enrolmentCodes, {
      unit_id: owner?.unit_id ?? unit_id,
      account_id: owner?.id ?? null,
    });
  };
  return (
    <>
      <Form submit={text.makeCode} keep send={send} done={setCode}>
        {supervisors.length > 0 && (
          <fieldset class="ticks">
            <legend>{text.codeFor}</legend>
            <div class="ticks-list">
              {[false, true].map(phone => (
                <label key={String(phone)} class="tick">
                  <input
                    type="radio"
                    name="for"
                    checked={forPhone === phone}
                    onChange={() => {
                      setForPhone(phone);
                      setCode(null);
                    }}
                  />
                  <span>{phone ? text.forPhone : text.forTablet}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {forPhone ? (
          <SelectControl
            key="account"
            name="account_id"
            label={text.supervisor}
            options={supervisors.map(({ id, name, unit_name }) => [id, `${name} · ${unit_name}`] as const)}
          />
        ) : (
          <SelectControl
            key="unit"
            name="unit_id"
            label={text.unit}
            options={inOrder(units).map(({ unit }) => [unit.id, unit.name] as const)}
            chosen={self.unit_id}
          />
        )}
      </Form>
      {code && <CodeCard key={code.code} code={code} />}
    </>
  );
}
