// The first screen: three doors on an enrolled tablet, a welcome on a new one.
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { useDemonstration } from '../../frame/demonstration.ts';
import { Frame } from '../../frame/Frame.tsx';
import { navigate } from '../../route.ts';
import { frameTexts } from '../../text/frame/texts.ts';
import './home.css';

export default function Home() {
  const { enrolment } = useApp();
  const demonstration = useDemonstration();
  const texts = frameTexts();
  const own = enrolment.value;
  const isPhone = own?.account != null;
  useEffect(() => {
    if (isPhone) navigate('/supervisor', 'replace');
  }, [isPhone]);
  if (isPhone) return null;
  if (!own) return <Welcome />;
  return (
    <Frame
      title={texts.homeTitle}
      over={texts.deviceOf(own.label, own.unit.name)}
      demonstration={demonstration}
    >
      <nav class="doors">
        <Door
          to="/venue"
          first
          name={texts.venue}
          hint={texts.venueHint}
          drawing="M7 8h18v17H7zM7 13h18M12 5v5M20 5v5M12 19l3 3 6-6"
        />
        <Door
          to="/supervisor"
          name={texts.supervisor}
          hint={texts.supervisorHint}
          drawing="M4 16s5-8 12-8 12 8 12 8-5 8-12 8S4 16 4 16ZM16 12a4 4 0 1 1 0 8 4 4 0 0 1 0-8"
        />
        <Door
          to="/office"
          name={texts.office}
          hint={texts.officeHint}
          drawing="M5 27h22M8 27v-9M14 27V10M20 27v-6M26 27V5"
        />
      </nav>
      <a class="lone-link small" href="/enrol">
        {texts.enrolAgain}
      </a>
    </Frame>
  );
}

type DoorProps = { to: string; name: string; hint: string; drawing: string; first?: boolean };

const Door = ({ to, name, hint, drawing, first = false }: DoorProps) => (
  <a class={first ? 'door door--first' : 'door'} href={to}>
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path
        d={drawing}
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
    <strong>{name}</strong>
    <span>{hint}</span>
  </a>
);

function Welcome() {
  const texts = frameTexts();
  return (
    <Frame title={texts.welcomeTitle}>
      <p class="welcome">{texts.welcome}</p>
      <nav class="doors doors--two">
        <Door
          to="/enrol"
          first
          name={texts.enrolDevice}
          hint={texts.enrolDeviceHint}
          drawing="M9 4h14v24H9zM14 24h4M13 14l2.5 2.5L20 11"
        />
        <Door
          to="/office"
          name={texts.toOffice}
          hint={texts.toOfficeHint}
          drawing="M5 27h22M8 27v-9M14 27V10M20 27v-6M26 27V5"
        />
      </nav>
    </Frame>
  );
}
