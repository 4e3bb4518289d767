// Asks questions on the terminal, or reads their answers line by line from a script.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export type Ask = {
  /** The answer without its line end; empty when the input has ended. */
  line(question: string, how?: 'shown' | 'hidden'): Promise<string>;
  /** Somebody is there to be asked again. */
  readonly isTerminal: boolean;
};

/** What is typed to a hidden question is not echoed. */
export function askOn(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Ask & { readonly close: () => void } {
  let isHidden = false;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: echo, terminal: input.isTTY === true });
  lines.on('SIGINT', () => process.exit(130));
  const next = lines[Symbol.asyncIterator]();
  return {
    isTerminal: input.isTTY === true,
    async line(question, how = 'shown') {
      lines.setPrompt(question);
      lines.prompt();
      isHidden = how === 'hidden';
      const { value, done } = await next.next();
      if (isHidden) output.write('\n');
      isHidden = false;
      return done ? '' : value;
    },
    close: () => lines.close(),
  };
}
