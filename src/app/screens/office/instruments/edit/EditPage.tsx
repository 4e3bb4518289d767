// Opens the newest version's spreadsheet for the plain editor.
import { useEffect, useState } from 'preact/hooks';
import type { Workbook } from '../../../../../authoring/workbook.ts';
import { readXlsx } from '../../../../../authoring/xlsx/read.ts';
import { type Result, refused } from '../../../../../domain/result.ts';
import type { InstrumentSummary } from '../../../../../protocol/office/instruments.ts';
import { ProblemNote } from '../../../../parts/ProblemNote.tsx';
import { inLanguage } from '../../../../text/language.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { officeTexts } from '../../../../text/office/texts.ts';
import type { Centre } from '../../centre/centre.ts';
import { useCentre } from '../../centre/context.ts';
import { routes } from '../../centre/routes.ts';
import { useLoaded } from '../../centre/use-loaded.ts';
import { WhenLoaded } from '../../centre/WhenLoaded.tsx';
import { Heading } from '../../parts/Heading.tsx';
import { instrumentPath } from '../names.ts';
import { Editor } from './Editor.tsx';
import '../instruments.css';
import './edit.css';

export default function EditPage({ code }: { code: string }) {
  const list = useLoaded(routes.instruments);
  return (
    <WhenLoaded from={list}>
      {({ instruments }) => {
        const found = instruments.find(one => one.code === code);
        return found?.versions[0]?.has_file ? <Opened instrument={found} /> : <NothingToEdit code={code} />;
      }}
    </WhenLoaded>
  );
}

function NothingToEdit({ code }: { code: string }) {
  const text = instrumentTexts();
  return (
    <>
      <Heading>{text.edit}</Heading>
      <p>{text.noFile}</p>
      <p>
        <a href={instrumentPath(code)}>{text.toInstrument}</a>
      </p>
    </>
  );
}

function Opened({ instrument }: { instrument: InstrumentSummary }) {
  const text = instrumentTexts();
  const centre = useCentre();
  const { code } = instrument;
  // A newer version that is published from here does not close the editor.
  const [version] = useState(instrument.versions[0]?.version ?? 0);
  const [opened, setOpened] = useState<Result<Workbook> | null>(null);
  useEffect(() => {
    void open(centre, code, version).then(setOpened);
  }, [centre, code, version]);
  return (
    <>
      <header class="stack stack--tight">
        <p class="soft small">
          <a href={instrumentPath(code)}>{inLanguage(instrument.title)}</a>
        </p>
        <Heading>{text.editTitle(inLanguage(instrument.title))}</Heading>
        <p>{text.editIntro}</p>
      </header>
      {opened === null && <p class="soft">{officeTexts().loading}</p>}
      {opened && !opened.ok && <ProblemNote problem={opened.problem} />}
      {opened?.ok && <Editor code={code} version={version} original={opened.value} />}
    </>
  );
}

async function open(centre: Centre, code: string, version: number): Promise<Result<Workbook>> {
  const file = await centre.getFile(routes.instrumentFile(code, version));
  if (!file.ok) return file;
  const read = readXlsx(new Uint8Array(await file.value.blob.arrayBuffer()));
  return read.ok
    ? { ok: true, value: read.value.workbook }
    : refused(read.problem.code, { ...read.problem.details });
}
