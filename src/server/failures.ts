// Turns what the framework throws into the catalogue's problems; anything unforeseen is a bug, told without particulars.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { InvalidReason, Problem, ProblemCode } from '../protocol/problem.ts';
import type { App } from './centre.ts';
import { refuse } from './refuse.ts';
import { isUnusable } from './store/database.ts';

export function answerFailures(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, details } = problemOf(error, request, reply);
    if (code === 'server.unavailable') reply.header('retry-after', UNAVAILABLE_S);
    if (code === 'server.failed' || code === 'server.unavailable')
      request.log.error({ err: error, url: request.routeOptions.url });
    return reply.send(refuse(reply, code, details));
  });
}

/** A full disk is a matter of minutes; devices come back by themselves. */
const UNAVAILABLE_S = 60;

type Found = { code: ProblemCode; details?: Problem['details'] };

function problemOf(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Found {
  if (error.validation) return { code: 'request.invalid', details: firstInvalid(error) };
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return {
      code: 'request.too_large',
      details: { max_kb: Math.floor(request.routeOptions.bodyLimit / 1024) },
    };
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || error.statusCode === 415)
    return { code: 'request.media_type', details: { media: request.headers['content-type'] ?? '-' } };
  if (error.statusCode === 429)
    return { code: 'request.too_many', details: { after_s: Number(reply.getHeader('retry-after') ?? 60) } };
  if (error.statusCode === 404 || error.statusCode === 403) return { code: 'request.not_found' };
  // An empty or malformed body, a wrong length, a path that does not decode.
  if (error.statusCode === 400) return { code: 'request.not_json' };
  return { code: isUnusable(error) ? 'server.unavailable' : 'server.failed' };
}

/** The field by its path in the message (`name`, `records.3.id`), and which kind of rule it breaks. */
function firstInvalid(error: FastifyError): Problem['details'] {
  const first = error.validation?.[0];
  const path = (first?.instancePath ?? '').split('/').filter(Boolean);
  const missing = first?.params?.requiredProperties;
  if (Array.isArray(missing)) path.push(String(missing[0]));
  const reason = REASONS.get(first?.keyword ?? '') ?? 'value';
  return { field: path.join('.') || (error.validationContext ?? 'body'), reason };
}

/** By the JSON Schema keyword that failed. */
const REASONS: ReadonlyMap<string, InvalidReason> = new Map([
  ['required', 'missing'],
  ['minLength', 'missing'],
  // A property that the schema does not have: TypeBox tests it against the schema `false`.
  ['boolean', 'unknown'],
  ['maxLength', 'too_long'],
  ['maxItems', 'too_long'],
  ['pattern', 'form'],
]);
