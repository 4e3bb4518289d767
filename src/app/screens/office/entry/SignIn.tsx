// Signing in, at the door or once more in mid-work when the sign-in has run out.
import type { SignedIn } from '../../../../protocol/office/account.ts';
import { officeTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { PasswordControl, TextControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Entrance } from './Entrance.tsx';

/** `again`: the user name of the account whose sign-in has run out. */
export function SignIn({ again, entered }: { again?: string; entered: (who: SignedIn) => void }) {
  const text = officeTexts();
  const centre = useCentre();
  return (
    <Entrance>
      <Heading>{again ? text.signInAgainTitle : text.signInTitle}</Heading>
      <p class="soft">{again ? text.signInAgain : text.signInIntro}</p>
      <Form
        submit={text.signIn}
        send={({ username = '', password = '' }) =>
          centre.post(routes.signIn, { username: username.toLowerCase(), password })
        }
        done={entered}
      >
        <TextControl
          name="username"
          label={text.username}
          required
          maxLength={40}
          defaultValue={again}
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
        />
        <PasswordControl label={text.password} />
      </Form>
    </Entrance>
  );
}
