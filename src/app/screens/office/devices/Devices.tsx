// The devices with what each has not sent yet, those that must be looked for first, and enrolling another.
import type { Device } from '../../../../protocol/office/device.ts';
import { useApp } from '../../../app-context.ts';
import { formatDaysAgo, formatNumber } from '../../../text/date.ts';
import { deviceTexts, officeTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Heading } from '../parts/Heading.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { NewCode } from './NewCode.tsx';
import { outstandingOf } from './outstanding.ts';

export function Devices() {
  const text = deviceTexts();
  const mayChange = useMay('plan');
  const list = useLoaded(routes.devices);
  return (
    <>
      <Heading>{officeTexts().devices}</Heading>
      <p class="soft">{text.devicesIntro}</p>
      <WhenLoaded from={list}>
        {({ devices }) =>
          devices.length === 0 ? (
            <p>{text.noDevices}</p>
          ) : (
            <>
              <Silent devices={devices} />
              <table class="table">
                <caption class="hidden-visually">{text.devicesCaption}</caption>
                <thead>
                  <tr>
                    <th scope="col">{text.device}</th>
                    <th scope="col">{text.waiting}</th>
                    <th scope="col">{text.lastContact}</th>
                    {mayChange && (
                      <th scope="col">
                        <span class="hidden-visually">{text.action}</span>
                      </th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {devices.map(device => (
                    <DeviceRow key={device.id} device={device} changed={list.reload} />
                  ))}
                </tbody>
              </table>
            </>
          )
        }
      </WhenLoaded>
      <NewCode />
    </>
  );
}

/** Tablets that were forgotten somewhere, or wiped: records are known to be on them, and nothing is heard of them. */
function Silent({ devices }: { devices: readonly Device[] }) {
  const text = deviceTexts();
  const { clock } = useApp();
  const silent = devices
    .map(device => ({ device, ...outstandingOf(device, clock()) }))
    .filter(one => one.isSilent)
    .sort((a, b) => b.days - a.days);
  if (silent.length === 0) return null;
  return (
    <section class="notice stack stack--tight" aria-labelledby="silent">
      <h2 id="silent">{text.silentTitle}</h2>
      <ul class="plain">
        {silent.map(({ device, waiting, days }) => (
          <li key={device.id}>
            <strong>{text.silentLine(device.label, formatNumber(waiting), formatDaysAgo(days))}</strong>
            {' · '}
            {device.unit_name}
          </li>
        ))}
      </ul>
      <p>{text.silentWhy}</p>
    </section>
  );
}
