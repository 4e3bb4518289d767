// What stands around every page of the office: where one can go, who one is, and whether all this is a demonstration.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SignedIn } from '../../../protocol/office/account.ts';
import { LanguageSwitch } from '../../parts/LanguageSwitch.tsx';
import { currentPath } from '../../route.ts';
import { officeTexts } from '../../text/office/texts.ts';
import { may } from './account.ts';
import { routes } from './centre/routes.ts';
import { useLoaded } from './centre/use-loaded.ts';
import { KEYS, KeysContext } from './keys/keys.ts';
import { PLACES, placeOf } from './places.ts';

type FrameProps = { signedIn: SignedIn; signOut: () => Promise<void>; children: ComponentChildren };

export function Frame({ signedIn, signOut, children }: FrameProps) {
  const text = officeTexts();
  const { account, demonstration } = signedIn;
  const path = currentPath();
  const keys = useLoaded(may(account.role, 'keep') ? routes.keys : null);
  // The centre tells of its keys only at its top unit: elsewhere there is nothing to go to.
  const hasKeys = keys.problem?.code !== 'request.not_found';
  const places = PLACES.filter(({ path, needs }) => may(account.role, needs) && (path !== KEYS || hasKeys));
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => setOpen(false), [path]);

  return (
    <div class="office">
      <a class="office-skip" href="#content" target="_self">
        {text.skip}
      </a>
      <header class="office-side no-print">
        <div class="office-brand">
          <a href="/office" class="brand">
            Lembar
          </a>
          <button
            type="button"
            class="button button--small office-menu"
            aria-expanded={open}
            aria-controls="office-places"
            onClick={() => setOpen(!open)}
          >
            {text.menu}
          </button>
        </div>
        <div id="office-places" class="office-places" data-open={open}>
          <nav aria-label={text.places}>
            <ul class="plain">
              {places.map(place => (
                <li key={place.path}>
                  <a href={place.path} aria-current={placeOf(path) === place.path ? 'page' : undefined}>
                    {text[place.name]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="office-who">
            <LanguageSwitch />
            <p class="small">
              <strong>{account.name}</strong>
              <br />
              <span class="soft">
                {text[account.role]} · {account.unit_name}
              </span>
            </p>
            <div class="row">
              <button type="button" class="button button--small" onClick={() => void signOut()}>
                {text.signOut}
              </button>
              <a class="lone-link small" href="/">
                {text.thisDevice}
              </a>
            </div>
          </div>
        </div>
      </header>
      <main id="content" class="office-main" tabIndex={-1}>
        {demonstration && <p class="notice office-demonstration">{text.demonstration}</p>}
        {keys.value?.escrowed_at === null && !demonstration && path !== KEYS && (
          <p class="notice notice--bad no-print">
            {text.keysNotSaved} <a href={KEYS}>{text.saveKeys}</a>
          </p>
        )}
        <KeysContext.Provider value={keys}>{children}</KeysContext.Provider>
      </main>
    </div>
  );
}
