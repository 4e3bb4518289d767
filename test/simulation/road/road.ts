// The road between devices and the centre: every question takes its time, and anything may happen to it.
import type { CentreHouse } from '../centre/centre-house.ts';
import type { Answer, Question } from '../centre/process.ts';
import { type Hardware, identityOf } from '../device/hardware.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane, Scheduler } from '../engine/scheduler.ts';
import { page, ROAD_FAULTS, type RoadFault, refusal, STATUSES, truncated, withoutEcho } from './faults.ts';
import { asOldDevice, asOldReply, neverSaid, oldRefusal } from './old-builds.ts';

export type Signal = 'none' | 'weak' | 'good' | 'perfect';

export type Traveller = {
  readonly name: string;
  /** Whose question it is. */
  readonly lane: Lane;
  readonly hardware: Hardware;
  signal(): Signal;
};

/** Hears everything that is said, as it is said. */
export type Witness = {
  asked(traveller: Traveller, question: Question): void;
  /** The centre says so; nobody has heard it yet. */
  answered(question: Question, answer: Answer): void;
  fault(name: RoadFault, status?: number): void;
};

export type RoadMeans = {
  scheduler: Scheduler;
  chance: Chance;
  house: CentreHouse;
  witness: Witness;
};

/** How often something happens, by how good the line is. */
const FAULTY: Record<Signal, number> = { none: 1, weak: 0.35, good: 0.03, perfect: 0 };
const MINUTE = 60_000;

/** `isOld`: whoever asks knows only what the first build knew. */
type Message = { question: Question; isOld: boolean };

export type Road = { fetchFor(traveller: Traveller): typeof fetch };

export function createRoad({ scheduler, chance, house, witness }: RoadMeans): Road {
  /** The road itself: what is under way goes on when its sender is gone. */
  const air = scheduler.lane('road');
  let lastReply: Answer | null = null;

  /** To the centre and back; null where nobody is there. */
  function deliver({ question, isOld }: Message, tell: (answer: Answer | null) => void): void {
    air.after(chance.whole(10, 400), () => {
      const process = house.running();
      if (!process) return tell(null);
      const refused = house.build === 'old' ? oldRefusal(question) : null;
      if (refused) return tell(refused);
      let isTold = false;
      const once = (answer: Answer | null): void => {
        if (!isTold) tell(answer);
        isTold = true;
      };
      process.ask(question, answer => {
        witness.answered(question, answer);
        const said = isOld || house.build === 'old' ? asOldReply(question, answer) : answer;
        air.after(chance.whole(10, 400), () => once(said));
      });
      // A killed centre never answers; the connection breaks.
      air.after(10 * MINUTE, () => once(null));
    });
  }

  function travel(message: Message, fault: RoadFault | null, tell: (answer: Answer | null) => void): void {
    const past = (answer: Answer | null): void => {
      const earlier = lastReply;
      if (answer?.status === 200) lastReply = answer;
      if (!answer) tell(chance.is(0.5) ? page(chance.pick([502, 503, 504])) : null);
      else if (fault === 'reply truncated') tell(truncated(answer, chance));
      else if (fault === 'reply lost after the commit') tell(null);
      else if (fault === 'reply of another request') tell(earlier ?? null);
      else if (fault === 'reply delayed') air.after(chance.whole(1000, 40_000), () => tell(answer));
      else tell(answer);
    };
    const orSilence = (): void => {
      if (chance.is(0.5)) tell(null);
    };
    const late = (least: number, most: number): void =>
      void air.after(chance.whole(least, most) * MINUTE, () => deliver(message, () => {}));
    const happen: Partial<Record<RoadFault, () => void>> = {
      'request dropped': orSilence,
      'portal answers 200': () => tell(page(200)),
      'portal answers 302': () => tell(null),
      'portal answers 511': () => tell(page(511)),
      'reply without our echo': () => tell(withoutEcho(message.question)),
      'request delivered late, after others'() {
        late(1, 600);
        orSilence();
      },
      'request delivered twice'() {
        late(0, 60);
        deliver(message, past);
      },
    };
    const otherwise = fault && happen[fault];
    if (otherwise) otherwise();
    else deliver(message, past);
  }

  function drawFault(signal: Signal): { fault: RoadFault | null; status: number } {
    const fault = chance.is(FAULTY[signal]) ? chance.pick(ROAD_FAULTS) : null;
    const status = chance.pick(STATUSES.filter(each => each >= 500 === (fault === 'status 5xx')));
    if (fault === 'status 4xx' || fault === 'status 5xx') witness.fault(fault, status);
    else if (fault) witness.fault(fault);
    return { fault, status };
  }

  return {
    fetchFor: traveller => (input, init) =>
      new Promise((resolve, reject) => {
        const { lane, hardware } = traveller;
        const question = questionOf(input, init);
        witness.asked(traveller, question);
        const fail = (): void => lane.queue(() => reject(new TypeError('Failed to fetch')));
        const tell = (answer: Answer | null): void =>
          answer ? lane.queue(() => resolve(responseOf(answer))) : fail();
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        if (traveller.signal() === 'none') return fail();
        const { fault, status } = drawFault(traveller.signal());
        if (fault === 'status 4xx' || fault === 'status 5xx') return tell(refusal(status, chance));
        if (hardware.build === 'present') return travel({ question, isOld: false }, fault, tell);
        const keys = identityOf(hardware)?.keys ?? null;
        void asOldDevice(question, keys).then(old =>
          old ? travel({ question: old, isOld: true }, fault, tell) : tell(neverSaid),
        );
      }),
  };
}

function questionOf(input: RequestInfo | URL, init: RequestInit | undefined): Question {
  const { body } = init ?? {};
  return {
    method: 'POST',
    path: String(input),
    headers: Object.fromEntries(new Headers(init?.headers)),
    body: typeof body === 'string' ? Buffer.from(body) : ((body as Uint8Array | null | undefined) ?? null),
  };
}

/** What the device reads of a `Response`, without its streams, which take real time. */
function responseOf({ status, headers, body }: Answer): Response {
  const text = Buffer.from(body).toString();
  const response = {
    status,
    ok: status >= 200 && status < 300,
    headers: new Headers(headers),
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
  };
  return response as unknown as Response;
}
