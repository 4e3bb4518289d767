// The accounts of those who sign in, and making one.
import { useState } from 'preact/hooks';
import type { Role } from '../../../../domain/person/role.ts';
import type { Account } from '../../../../protocol/office/account.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { rolesToGive, useAccount } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { PasswordControl, SelectControl, TextControl, UsernameControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Said } from '../parts/Said.tsx';
import { AccountRow } from './AccountRow.tsx';
import { inOrder } from './unit-order.ts';

export function Accounts() {
  const text = planTexts();
  const list = useLoaded(routes.accounts);
  const [made, setMade] = useState<Account | null>(null);
  return (
    <>
      <Heading>{officeTexts().accounts}</Heading>
      <p class="soft">{text.accountsIntro}</p>
      <WhenLoaded from={list}>
        {({ accounts }) => (
          <table class="table">
            <caption class="hidden-visually">{text.accountsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.accountName}</th>
                <th scope="col">{text.role}</th>
                <th scope="col">
                  <span class="hidden-visually">{text.action}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {[...accounts]
                .sort((a, b) => a.name.localeCompare(b.name))
                .map(account => (
                  <AccountRow key={account.id} account={account} changed={list.reload} />
                ))}
            </tbody>
          </table>
        )}
      </WhenLoaded>
      <Said>{made && text.accountMade(made.name, made.username)}</Said>
      <NewAccount
        made={account => {
          setMade(account);
          list.reload();
        }}
      />
    </>
  );
}

function NewAccount({ made }: { made: (account: Account) => void }) {
  const text = planTexts();
  const centre = useCentre();
  const self = useAccount();
  const units = useLoaded(routes.units);
  const about: Record<Role, string> = {
    operator: text.operatorAbout,
    officer: text.officerAbout,
    facilitator: text.facilitatorAbout,
    supervisor: text.supervisorAbout,
  };
  return (
    <section class="stack" aria-labelledby="new-account">
      <h2 id="new-account">{text.newAccount}</h2>
      <WhenLoaded from={units}>
        {({ units }) => (
          <Form
            submit={text.makeAccount}
            send={({ name = '', username = '', password = '', role = '', unit_id = '' }) =>
              centre.post(routes.accounts, { name, username, password, role: role as Role, unit_id })
            }
            done={made}
          >
            <TextControl name="name" label={officeTexts().personName} required maxLength={120} />
            <div class="pair">
              <SelectControl
                name="role"
                label={text.role}
                options={rolesToGive(self.role).map(role => [role, about[role]] as const)}
              />
              <SelectControl
                name="unit_id"
                label={text.unit}
                hint={text.accountUnitHint}
                options={inOrder(units).map(({ unit }) => [unit.id, unit.name] as const)}
              />
            </div>
            <UsernameControl />
            <PasswordControl label={officeTexts().password} fresh />
          </Form>
        )}
      </WhenLoaded>
    </section>
  );
}
