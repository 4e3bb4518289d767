// Watches a process at the border to the kernel: what it has written durably, and when, is seen nowhere else.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** Installs it by Debian's package where it is missing. False where it cannot trace even then. */
export function ensureStrace(): boolean {
  const works = () => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
  if (works()) return true;
  if (process.getuid?.() === 0)
    for (const words of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'strace'],
    ])
      spawnSync('apt-get', words, { stdio: 'inherit' });
  if (works()) return true;
  console.log(
    'strace cannot trace here: install it, and allow ptrace (a container wants --cap-add=SYS_PTRACE).',
  );
  return false;
}

/** What is written before `strace -o`'s file name: every thread, paths of descriptors, real time, whole texts. */
const WORDS = ['-f', '-y', '-ttt', '-T', '-s', '4096'];

/** Runs a program under it from its start; the program stays the direct child of whoever starts it. */
export const tracing = (file: string, calls: string): string[] => [
  'strace',
  '-D',
  ...WORDS,
  '-e',
  `trace=${calls}`,
  '-o',
  file,
];

/** Follows a running process that leads a session, with all of that session; the answer lets go of them. */
export async function trace(pid: number, file: string, calls: string): Promise<() => Promise<void>> {
  const family = execFileSync('ps', ['-o', 'pid=', '-s', String(pid)], { encoding: 'utf8' });
  const words = [...WORDS, '-e', `trace=${calls}`, '-o', file, '-p', family.trim().split(/\s+/).join(',')];
  const child = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const [first] = await once(child.stderr, 'data');
  if (!String(first).includes('attached')) throw new Error(String(first));
  return async () => {
    child.kill('SIGINT');
    await once(child, 'exit');
  };
}

export type Call = {
  /** Epoch ms at which it began and ended. */
  from: number;
  to: number;
  name: string;
  /** Everything between its brackets, as strace writes it. */
  words: string;
  result: string;
};

/** In the order in which they ended. A call that another thread interrupted in the trace is put together again. */
export function readCalls(file: string): Call[] {
  const begun = new Map<string, { from: number; text: string }>();
  const calls: Call[] = [];
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [, thread = '', time = '', text = ''] = /^(\d+) +(\d+\.\d+) (.*)$/.exec(line) ?? [];
    const from = Number(time) * 1000;
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, { from, text: text.slice(0, -'<unfinished ...>'.length).trimEnd() });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    const earlier = resumed ? begun.get(thread) : undefined;
    const call = parse(earlier ? earlier.text + (resumed?.[1] ?? '') : text, earlier?.from ?? from);
    if (call) calls.push(call);
  }
  return calls.sort((one, other) => one.to - other.to);
}

function parse(text: string, from: number): Call | null {
  const [, name = '', words = '', result = '', took = ''] =
    /^(\w+)\((.*)\)\s+= (.*?)(?: <(\d+\.\d+)>)?$/.exec(text) ?? [];
  return name ? { from, to: from + Number(took) * 1000, name, words, result } : null;
}
