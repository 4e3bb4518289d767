// Accounts of people who sign in: operators, officers, facilitators and supervisors, each of a unit and what is below it.
import { type Static, Type } from 'typebox';
import { ROLES } from '../../domain/person/role.ts';
import { Id, Line, OneOf } from '../fields.ts';

const Username = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{2,39}$', description: 'lower case, 3-40' });
const Password = Type.String({ maxLength: 200 });

export const Account = Type.Object({
  id: Id,
  unit_id: Id,
  unit_name: Type.String(),
  role: OneOf(ROLES),
  username: Type.String(),
  name: Type.String(),
  active: Type.Boolean(),
});
export type Account = Static<typeof Account>;

export const AccountList = Type.Object({ accounts: Type.Array(Account) });
export type AccountList = Static<typeof AccountList>;

export const NewAccount = Type.Object(
  { unit_id: Id, role: OneOf(ROLES), username: Username, name: Line(120), password: Password },
  { additionalProperties: false },
);
export type NewAccount = Static<typeof NewAccount>;

/** What is left out stays as it is. */
export const AccountChange = Type.Object(
  {
    name: Type.Optional(Line(120)),
    password: Type.Optional(Password),
    active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type AccountChange = Static<typeof AccountChange>;

export const SignIn = Type.Object(
  { username: Type.String({ maxLength: 40 }), password: Password },
  { additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

/** Who is signed in. `demonstration`: all that this account sees is invented. */
export const SignedIn = Type.Object({ account: Account, demonstration: Type.Boolean() });
export type SignedIn = Static<typeof SignedIn>;

/** The first account of all, made through the one-time link; it makes the agency's top unit too. */
export const Setup = Type.Object(
  {
    token: Type.String({ maxLength: 100 }),
    agency: Line(160),
    username: Username,
    name: Line(120),
    password: Password,
  },
  { additionalProperties: false },
);
export type Setup = Static<typeof Setup>;

/** Whether the link still opens: asked before the form is filled in. */
export const SetupState = Type.Object({ open: Type.Boolean() });
export type SetupState = Static<typeof SetupState>;
