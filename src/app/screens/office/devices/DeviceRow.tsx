// One device: whose it is, what it still holds, when it was last in contact, and whether it is in service.
import type { ComponentChildren } from 'preact';
import type { Device, DeviceState } from '../../../../protocol/office/device.ts';
import { useApp } from '../../../app-context.ts';
import { formatDaysAgo, formatMoment, formatNumber } from '../../../text/date.ts';
import { deviceTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { Ask } from '../parts/Ask.tsx';
import { outstandingOf } from './outstanding.ts';

export function DeviceRow({ device, changed }: { device: Device; changed: () => void }) {
  const text = deviceTexts();
  const { clock } = useApp();
  const mayChange = useMay('plan');
  const { waiting, days, isSilent } = outstandingOf(device, clock());
  return (
    <tr data-device={device.id} data-state={device.state}>
      <th scope="row">
        {device.label} {device.state !== 'active' && <span class="tag tag--calm">{text[device.state]}</span>}
        <br />
        <span class="soft small">
          {device.account_name === null ? text.sharedTablet : text.phoneOf(device.account_name)} ·{' '}
          {device.unit_name}
          {device.state === 'active' && ` · ${text.active}`}
          {device.copy_of !== null && (
            <>
              <br />
              {text.copyOf(device.copy_of)}
            </>
          )}
        </span>
      </th>
      <td>
        {waiting > 0 ? (
          <>
            <span class="tag tag--wait">
              {isSilent && '! '}
              {text.waitingNow(formatNumber(waiting))}
            </span>
            <WhatNow state={device.state} waiting={formatNumber(waiting)} />
          </>
        ) : (
          <span class="soft">{text.waitingNone}</span>
        )}
      </td>
      <td>
        {device.last_contact_at ? formatMoment(Date.parse(device.last_contact_at), clock()) : text.never}
        {device.last_contact_at && days > 0 && (
          <>
            <br />
            <span class="soft small">{formatDaysAgo(days)}</span>
          </>
        )}
      </td>
      {mayChange && <ChangeState device={device} changed={changed} />}
    </tr>
  );
}

/** Of records on a device that is out of service: what becomes of them. */
function WhatNow({ state, waiting }: { state: DeviceState; waiting: string }) {
  const text = deviceTexts();
  if (state === 'active') return null;
  return <p class="small">{state === 'lost' ? text.goneWaiting(waiting) : text.retiredWaiting(waiting)}</p>;
}

function ChangeState({ device, changed }: { device: Device; changed: () => void }) {
  const text = deviceTexts();
  const centre = useCentre();
  const { label } = device;
  const ways: readonly [DeviceState, name: string, question: string][] = [
    ['active', text.activate, text.activateSure(label)],
    ['retired', text.retire, text.retireSure(label)],
    ['lost', text.lose, text.loseSure(label)],
  ];
  const offered = ways.filter(
    ([state]) => state !== device.state && !(device.state === 'lost' && state === 'retired'),
  );
  return (
    <td class="acts">
      {offered.map(
        ([state, name, question]): ComponentChildren => (
          <Ask
            key={state}
            label={name}
            about={label}
            question={question}
            gentle={state === 'active'}
            act={() => centre.post(routes.deviceState(device.id), { state })}
            done={changed}
          />
        ),
      )}
    </td>
  );
}
