// One account: read, renamed, given a new password, closed and reopened.
import { useState } from 'preact/hooks';
import type { Account } from '../../../../protocol/office/account.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { rolesToGive, useAccount } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { PasswordControl, TextControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Ask } from '../parts/Ask.tsx';

type AccountRowProps = { account: Account; changed: () => void };

export function AccountRow({ account, changed }: AccountRowProps) {
  const text = planTexts();
  const centre = useCentre();
  const self = useAccount();
  const [changing, setChanging] = useState(false);
  const isSelf = self.id === account.id;
  const mayManage = rolesToGive(self.role).includes(account.role);
  const { name, active } = account;

  if (changing) return <ChangeAccount account={account} changed={changed} close={() => setChanging(false)} />;
  return (
    <tr>
      <th scope="row">
        {name} {isSelf && <span class="tag tag--calm">{text.you}</span>}{' '}
        {!active && <span class="tag tag--wait">{text.inactive}</span>}
        <br />
        <span class="soft small">{account.username}</span>
      </th>
      <td>
        {officeTexts()[account.role]}
        <br />
        <span class="soft small">{account.unit_name}</span>
      </td>
      <td class="acts">
        {(isSelf || mayManage) && (
          <button
            type="button"
            class="button button--quiet button--small"
            aria-label={text.changeOf(name)}
            onClick={() => setChanging(true)}
          >
            {text.change}
          </button>
        )}
        {!isSelf && mayManage && (
          <Ask
            label={active ? text.deactivate : text.activate}
            about={name}
            question={active ? text.deactivateSure(name) : text.activateSure(name)}
            act={() => centre.patch(routes.account(account.id), { active: !active })}
            done={changed}
          />
        )}
      </td>
    </tr>
  );
}

function ChangeAccount({ account, changed, close }: AccountRowProps & { close: () => void }) {
  const text = planTexts();
  const centre = useCentre();
  return (
    <tr>
      <td colSpan={3}>
        <Form
          submit={officeTexts().save}
          keep
          send={({ name = '', password = '' }) =>
            centre.patch(routes.account(account.id), { name, ...(password && { password }) })
          }
          done={() => {
            close();
            changed();
          }}
          cancel={close}
        >
          <TextControl
            name="name"
            label={officeTexts().personName}
            required
            maxLength={120}
            defaultValue={account.name}
          />
          <PasswordControl label={text.newPassword} fresh optional />
          <p class="soft small">{text.keepPassword}</p>
        </Form>
      </td>
    </tr>
  );
}
