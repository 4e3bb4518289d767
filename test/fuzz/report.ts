// Counts what a run has asked and heard, and keeps what went wrong in a form that can be sent again.
import type { Made } from './requests/make-ask.ts';

/** So many are kept; a run with more has something broken at its base. */
const FINDINGS_MAX = 20;
/** Of a body, in a finding. */
const SHOWN_BYTES = 100_000;

export type Report = ReturnType<typeof createReport>;

export function createReport() {
  const byRoute = new Map<string, Map<string, number>>();
  const byWay = new Map<string, number>();
  const byRole = new Map<string, Set<string>>();
  const byCode = new Map<string, number>();
  const findings: string[] = [];
  let asked = 0;
  let bodies = 0;

  return {
    findings,
    get asked() {
      return asked;
    },
    get bodies() {
      return bodies;
    },
    count(route: string, who: string, way: string, hasBody: boolean, status: number): void {
      const told = `${Math.floor(status / 100)}xx`;
      const row = byRoute.get(route) ?? new Map<string, number>();
      byRoute.set(route, row.set(told, (row.get(told) ?? 0) + 1));
      byWay.set(way, (byWay.get(way) ?? 0) + 1);
      byRole.set(route, (byRole.get(route) ?? new Set()).add(who));
      asked += 1;
      if (hasBody) bodies += 1;
    },
    countResult(code: string): void {
      byCode.set(code, (byCode.get(code) ?? 0) + 1);
    },
    find(what: string, ask: Made): void {
      if (findings.length < FINDINGS_MAX) findings.push(`${what}\n  ${shown(ask)}`);
    },
    /** Who has called a route. */
    callersOf: (route: string): ReadonlySet<string> => byRole.get(route) ?? new Set(),
    told: (route: string, told: string): number => byRoute.get(route)?.get(told) ?? 0,
    print(): string {
      const lines = [...byRoute].sort().map(([route, row]) => {
        const told = [...row].sort().map(([status, n]) => `${status} ${n}`);
        return `  ${route.padEnd(52)} ${told.join(', ')}`;
      });
      const codes = [...byCode].sort((a, b) => b[1] - a[1]).map(([code, n]) => `${code} ${n}`);
      const ways = [...byWay].map(([way, n]) => `${way} ${n}`).join(', ');
      return [...lines, `  spoiled by: ${ways}`, `  told: ${codes.join(', ')}`].join('\n');
    },
  };
}

/** To be pasted into a shell, before a centre that has what it names. */
function shown({ method, url, headers, payload }: Made): string {
  const words = Object.entries(headers).map(([name, value]) => `-H ${JSON.stringify(`${name}: ${value}`)}`);
  const body = payload && payload.length > 0 ? payload.subarray(0, SHOWN_BYTES).toString('base64') : '';
  const data = body ? ['--data-binary @-'] : [];
  const command = ['curl -X', method, ...words, ...data, JSON.stringify(`http://localhost:8080${url}`)].join(
    ' ',
  );
  return body ? `echo ${body} | base64 -d | ${command}` : command;
}
