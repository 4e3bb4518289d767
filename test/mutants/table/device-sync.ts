// Guards of what the tablet sends and believes.
import type { Mutant } from '../mutant.ts';

export const deviceSync: readonly Mutant[] = [
  {
    file: 'src/device/sync/push.ts',
    find: "memory.forks > MOST_FORKS ? { kind: 'unreachable' } : takeOwnIdentity(means, sender)",
    replace: 'takeOwnIdentity(means, sender)',
    test: 'test/device/fork.test.ts',
    title: '409 device.forked > again and again ends the round and keeps everything',
  },
  {
    file: 'src/device/sync/push.ts',
    find: "else if (heldById.get(id)?.result === 'too_large') memory.parking.parkLong(id);",
    replace: '',
    test: 'test/device/push.test.ts',
    title: 'of a batch one record is not taken: > too large, rarely again',
  },
  {
    file: 'src/device/sync/push.ts',
    find: 'memory.parking.parkShort(id, heldById.get(id)?.afterMs)',
    replace: 'memory.parking.parkShort(id)',
    test: 'test/device/push.test.ts',
    title: 'of a batch one record is not taken: > retry, when the centre says',
  },
  {
    file: 'src/device/sync/push.ts',
    find: 'await adoptEpoch(outbox, reply.epoch);',
    replace: '',
    test: 'test/device/have.test.ts',
    title: 'a restored centre > that held 0 of 3 is sent the others again, and only those',
  },
  {
    file: 'src/device/sync/fork.ts',
    find: "outcome.problem?.code === 'device.not_forked'",
    replace: "outcome.problem?.code === 'never'",
    test: 'test/device/fork.test.ts',
    title: '409 device.forked > from a centre that then finds no copy changes nothing, and the records go on',
  },
  {
    file: 'src/device/sync/have.ts',
    find: "outcome.problem?.code === 'request.not_found'",
    replace: 'true',
    test: 'test/device/have.test.ts',
    title: 'a restored centre > whose answer does not count (it breaks) is asked again later',
  },
  {
    file: 'src/device/sync/have.ts',
    find: 'if (answer.epoch !== offer.epoch) {',
    replace: "if (answer.epoch === 'never') {",
    test: 'test/device/have.test.ts',
    title: 'a restored centre > restored once more in the middle of it is asked from the start',
  },
  {
    file: 'src/device/sync/to-file.ts',
    find: 'left = [...unfitted, ...left.slice(page.length)];',
    replace: 'left = left.slice(page.length);',
    test: 'test/device/to-file.test.ts',
    title: 'never makes a batch larger than the centre takes, and leaves none out for that',
  },
  {
    file: 'src/device/sync/to-file.ts',
    find: 'let left = shuffled(await pendingIds(outbox), random);',
    replace: 'let left = await pendingIds(outbox);',
    test: 'test/device/to-file.test.ts',
    title: 'holds every record that waits, once, in batches of at most a hundred, shuffled over all of them',
  },
  {
    file: 'src/device/sync/round.ts',
    find: "new Set(['device.lost', 'device.retired'])",
    replace: "new Set(['device.retired'])",
    test: 'test/device/loop.test.ts',
    title:
      'a device > that is lost, at the push gives up what the centre sent down, and nothing of what it captured',
  },
  {
    file: 'src/device/sync/round.ts',
    find: "new Set(['device.lost', 'device.retired'])",
    replace: "new Set(['device.lost'])",
    test: 'test/device/loop.test.ts',
    title:
      'a device > that is retired, at the pull gives up what the centre sent down, and nothing of what it captured',
  },
  {
    file: 'src/device/sync/round.ts',
    find: 'held: means.pusher.countHeld(pending)',
    replace: 'held: 0',
    test: 'test/device/loop.test.ts',
    title:
      'a record that the centre does not take by itself is told of as held, in every tab, until it is taken',
  },
  {
    file: 'src/device/sync/round.ts',
    find: 'const failure = sent.failure ?? (await reoffer(means));',
    replace: 'const failure = sent.failure;',
    test: 'test/device/have.test.ts',
    title: 'the whole talk with a restored centre brings everything home by itself',
  },
];
