// A questionnaire as a spreadsheet from the office: looked at, or made the next version.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ProblemSchema, Whole } from '../../protocol/fields.ts';
import { XLSX_MAX_BYTES, XLSX_MEDIA } from '../../protocol/limits.ts';
import { InstrumentCheck, Published, RefusedFile } from '../../protocol/office/instruments.ts';
import type { Access } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { type CompileOutcome, compileAside } from '../instrument/compile-aside.ts';
import type { Compiled } from '../instrument/compile-spreadsheet.ts';
import { publishInstrument } from '../instrument/publish.ts';
import { refuse } from '../refuse.ts';
import { findNewest } from '../store/plan/instruments.ts';

const url = '/api/v1/instruments';
const tags = ['instruments'];
const access: Access = { who: ['operator', 'officer'], unit: 'own' };
const body = Type.Unsafe<Buffer>({ description: 'an XLSForm as .xlsx' });

/** In a plugin of its own, so that spreadsheets are read on these routes alone, and nothing else is. */
export function spreadsheets(app: App, { db, now }: Centre): void {
  const compileFor = (bytes: Buffer | null): Promise<CompileOutcome> =>
    compileAside(bytes ?? new Uint8Array(), async code => (await findNewest(db, code))?.instrument ?? null);

  app.register((plugin, _options, done) => {
    const scope = plugin.withTypeProvider<TypeBoxTypeProvider>();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(XLSX_MEDIA, { parseAs: 'buffer' }, (_request, sent, taken) =>
      taken(null, sent),
    );

    scope.post(
      `${url}/check`,
      {
        bodyLimit: XLSX_MAX_BYTES,
        config: { access },
        schema: {
          tags,
          summary:
            'What a spreadsheet would become: findings, definition, and what differs from the newest version',
          consumes: [XLSX_MEDIA],
          body,
          response: { 200: InstrumentCheck, '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const compiled = await compileFor(request.body);
        return compiled.ok
          ? tellCheck(compiled.value)
          : refuse(reply, compiled.problem.code, compiled.problem.details);
      },
    );

    scope.post(
      url,
      {
        bodyLimit: XLSX_MAX_BYTES,
        config: { access },
        schema: {
          tags,
          summary: 'Publish a spreadsheet as the version after the one that was seen as the newest (0: none)',
          consumes: [XLSX_MEDIA],
          querystring: Type.Object({ after: Whole(0) }),
          body,
          response: { 201: Published, 422: Type.Union([RefusedFile, ProblemSchema]), '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const compiled = await compileFor(request.body);
        if (!compiled.ok) return refuse(reply, compiled.problem.code, compiled.problem.details);
        const published = await publishInstrument(db, {
          compiled: compiled.value,
          source: request.body,
          after: request.query.after,
          published_at: now().toISOString(),
          published_by: request.account.id,
        });
        const findings = tellFindings(compiled.value);
        if (published.ok) {
          reply.code(201);
          return { code: published.value.code, version: published.value.version, findings };
        }
        const { code, details } = published.problem;
        const refusal = refuse(reply, code, details);
        return code === 'instrument.has_errors' ? { ...refusal, findings } : refusal;
      },
    );
    done();
  });
}

const tellFindings = ({ findings }: Compiled) =>
  findings.map(finding => ({ ...finding, details: { ...finding.details } }));

const tellCheck = (compiled: Compiled): InstrumentCheck => ({
  findings: tellFindings(compiled),
  instrument: compiled.instrument,
  newest: compiled.newest?.version ?? 0,
  difference: [...compiled.difference],
});
