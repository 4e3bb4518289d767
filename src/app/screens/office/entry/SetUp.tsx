// The first account of all, through the one-time link that a new centre prints.
import { useState } from 'preact/hooks';
import type { SignedIn } from '../../../../protocol/office/account.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { officeTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { PasswordControl, TextControl, UsernameControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Entrance } from './Entrance.tsx';

const tokenInLink = (): string => new URLSearchParams(location.hash.slice(1)).get('token') ?? '';

export function SetUp({ entered }: { entered: (who: SignedIn) => void }) {
  const text = officeTexts();
  const centre = useCentre();
  const [token] = useState(tokenInLink);
  const state = useLoaded(routes.setup);

  return (
    <Entrance>
      <Heading>{text.setUpTitle}</Heading>
      <WhenLoaded from={state}>
        {({ open }) =>
          open ? (
            <>
              <p class="soft">{text.setUpIntro}</p>
              <Form
                submit={text.setUp}
                send={({ agency = '', name = '', username = '', password = '' }) =>
                  centre.post(routes.setup, { token, agency, name, username, password })
                }
                done={entered}
              >
                <TextControl
                  name="agency"
                  label={text.setUpAgency}
                  hint={text.setUpAgencyHint}
                  required
                  maxLength={160}
                />
                <TextControl
                  name="name"
                  label={text.personName}
                  required
                  maxLength={120}
                  autoComplete="name"
                />
                <UsernameControl />
                <PasswordControl label={text.password} fresh />
              </Form>
            </>
          ) : (
            <>
              <ProblemNote problem={{ code: 'setup.done', details: {} }} />
              <p>
                <a class="button" href="/sign-in">
                  {text.signInTitle}
                </a>
              </p>
            </>
          )
        }
      </WhenLoaded>
    </Entrance>
  );
}
