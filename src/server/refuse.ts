// How a refusal leaves the centre: a status and a problem from the catalogue, never a stack trace.
import type { FastifyReply } from 'fastify';
import { PROBLEM_MEDIA } from '../protocol/limits.ts';
import { PROBLEMS, type Problem, type ProblemCode } from '../protocol/problem.ts';

/** Sets the reply's status, media type and that it is kept by no cache, and gives the body to return: `return refuse(reply, 'code.used')`. */
export function refuse(reply: FastifyReply, code: ProblemCode, details: Problem['details'] = {}) {
  reply.code(PROBLEMS[code].status).type(PROBLEM_MEDIA).header('cache-control', 'no-store');
  return { code, details: { ...details } };
}
