// The work units in their order, and adding one.
import { useState } from 'preact/hooks';
import type { Unit } from '../../../../protocol/office/plan.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { useAccount } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { SelectControl, TextControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Said } from '../parts/Said.tsx';
import { inOrder } from './unit-order.ts';

export function Units() {
  const text = planTexts();
  const centre = useCentre();
  const account = useAccount();
  const list = useLoaded(routes.units);
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      <Heading>{officeTexts().units}</Heading>
      <p class="soft">{text.unitsIntro}</p>
      <WhenLoaded from={list}>
        {({ units }) => (
          <>
            <UnitTable units={units} />
            <Said>{made === null ? null : text.unitMade(made)}</Said>
            <section class="stack" aria-labelledby="new-unit">
              <h2 id="new-unit">{text.newUnit}</h2>
              <Form
                submit={text.makeUnit}
                send={({ parent_id = '', code = '', name = '' }) =>
                  centre.post(routes.units, { parent_id, code, name })
                }
                done={unit => {
                  setMade(unit.name);
                  list.reload();
                }}
              >
                <TextControl name="name" label={text.unitName} required maxLength={160} />
                <div class="pair">
                  <TextControl
                    name="code"
                    label={text.unitCode}
                    hint={text.unitCodeHint}
                    required
                    maxLength={40}
                  />
                  <SelectControl
                    name="parent_id"
                    label={text.unitParent}
                    options={inOrder(units).map(({ unit }) => [unit.id, unit.name] as const)}
                    chosen={account.unit_id}
                  />
                </div>
              </Form>
            </section>
          </>
        )}
      </WhenLoaded>
    </>
  );
}

function UnitTable({ units }: { units: readonly Unit[] }) {
  const text = planTexts();
  return (
    <table class="table">
      <caption class="hidden-visually">{text.unitsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.unitName}</th>
          <th scope="col">{text.unitCode}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(units).map(({ unit, level }) => (
          <tr key={unit.id}>
            <th scope="row" class="nested" style={{ '--level': level - 1 }}>
              <span class="hidden-visually">{text.level(level)}: </span>
              {unit.name}
            </th>
            <td>{unit.code}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
