// A centre, a line that can be cut, and one enrolled tablet with an event: where most journeys begin.
import { switchOnTablet, type Tablet, type TabletOptions } from './browser.ts';
import { type Centre, startCentre } from './centre.ts';
import { type FaultyLine, layLine } from './faulty-line.ts';
import { Office, type PlannedEvent } from './office.ts';
import * as people from './people.ts';

export type Venue = {
  centre: Centre;
  line: FaultyLine;
  office: Office;
  planned: PlannedEvent;
  tablet: Tablet;
  /** The supervisor who is to observe the first participant. */
  supervisor: string;
  remove(): Promise<void>;
};

/** An event of today with a roster of `size` invented people, on a tablet that holds everything it needs. */
export async function prepareVenue(size: number, options: TabletOptions = {}): Promise<Venue> {
  const centre = await startCentre();
  const line = await layLine(centre.port);
  const office = new Office(centre.origin);
  await office.setUp(centre.printed());
  const unit = await office.topUnit();
  const planned = await office.planEvent(unit.id, new Date().toLocaleDateString('sv'), size);
  const supervisor = await office.makeAccount({
    unit_id: unit.id,
    role: 'supervisor',
    username: 'atasan',
    name: 'Ratna Kusuma',
  });
  await office.call('POST', `/events/${planned.event.id}/assignments`, {
    participant_id: planned.participants[0]?.id,
    supervisor_id: supervisor.id,
    due_on: '2027-01-15',
  });
  const tablet = await switchOnTablet(line.origin, options);
  await people.enrolTablet(tablet.page, await office.enrolmentCode(unit.id));
  await people.openEvent(tablet.page, planned.event.name);
  await people.waitForPrecache(tablet.page);
  const remove = async () => {
    await tablet.remove();
    await line.remove();
    await centre.remove();
  };
  return { centre, line, office, planned, tablet, supervisor: supervisor.id, remove };
}
