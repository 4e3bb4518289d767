// Questionnaires that are published: their versions, the files that they were made of, and using one in events.
import { Type } from 'typebox';
import { ProblemSchema, Whole } from '../../protocol/fields.ts';
import { XLSX_MEDIA } from '../../protocol/limits.ts';
import {
  InstrumentDetail,
  InstrumentEvents,
  InstrumentList,
  InstrumentName,
  Use,
  Used,
} from '../../protocol/office/instruments.ts';
import type { Access } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { refuse } from '../refuse.ts';
import { wordsOf } from '../result/words.ts';
import { bringToVersion } from '../store/plan/bring-to-version.ts';
import { eventsOfInstrument } from '../store/plan/instrument-events.ts';
import { listInstruments } from '../store/plan/instrument-list.ts';
import { findInstrument, findSource } from '../store/plan/instruments.ts';

const url = '/api/v1/instruments';
const tags = ['instruments'];
const params = Type.Object({ code: InstrumentName.properties.code, version: Whole(1) });
/** Questionnaires are the whole agency's; how many events use them is told of own units only. */
const access: Access = { who: ['operator', 'officer'], unit: 'own' };

export function instruments(app: App, centre: Centre): void {
  readInstruments(app, centre);
  bringEvents(app, centre);
}

function readInstruments(app: App, { db }: Centre): void {
  app.get(
    url,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Questionnaires with their versions, by code',
        response: { 200: InstrumentList, '4xx': ProblemSchema },
      },
    },
    async ({ units }) => ({
      instruments: (await listInstruments(db, units)).map(({ instrument, versions, events }) => ({
        code: instrument.code,
        title: wordsOf(instrument, instrument.title),
        kind: instrument.kind,
        anonymous: instrument.anonymous,
        versions: [...versions],
        events,
      })),
    }),
  );

  app.get(
    `${url}/:code/:version`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'The definition of one version',
        params,
        response: { 200: InstrumentDetail, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const instrument = await findInstrument(db, request.params);
      return instrument ? { instrument } : refuse(reply, 'request.not_found');
    },
  );

  app.get(
    `${url}/:code/:version/file`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'The spreadsheet that a version was made of',
        produces: [XLSX_MEDIA],
        params,
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }), '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { code, version } = request.params;
      const source = await findSource(db, { code, version });
      if (!source) return refuse(reply, 'request.not_found');
      reply.type(XLSX_MEDIA).header('content-disposition', `attachment; filename="${code}-${version}.xlsx"`);
      return reply.send(Buffer.from(source));
    },
  );
}

function bringEvents(app: App, { db, now }: Centre): void {
  app.get(
    `${url}/:code/events`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Own events that ask the questionnaire, with the version that each of them asks',
        params: Type.Object({ code: InstrumentName.properties.code }),
        response: { 200: InstrumentEvents, '4xx': ProblemSchema },
      },
    },
    async ({ units, params: { code } }) => ({ events: await eventsOfInstrument(db, code, units) }),
  );

  app.post(
    `${url}/:code/:version/use`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Use a version in own events that ask the questionnaire already and are not over',
        params,
        body: Use,
        response: { 200: Used, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { code, version } = request.params;
      if (!(await findInstrument(db, { code, version }))) return refuse(reply, 'request.not_found');
      const which = { units: request.units, today: todayAt(now()), events: request.body.events };
      const events = await db.transaction().execute(trx => bringToVersion(trx, { code, version }, which));
      return { events };
    },
  );
}

/** Where the day begins last (WIB): an event of today is not over anywhere. */
const todayAt = (now: Date): string => new Date(now.getTime() + 7 * 3600_000).toISOString().slice(0, 10);
