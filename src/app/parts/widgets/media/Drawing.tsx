// A signature or a sketch by finger or pen; for a signature, a typed name does as well.
import { useState } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import type { Attachments } from '../attachments.ts';
import { hasAppearance, idsOf, namedGroup, type WidgetProps } from '../widget.ts';
import { FileStateNote } from './FileStateNote.tsx';
import { InkBox } from './InkBox.tsx';
import { nameAsPicture } from './pen.ts';
import { TypedName } from './TypedName.tsx';
import { useFile } from './use-file.ts';

export function Drawing({ question, closed, attachments }: WidgetProps & { attachments: Attachments }) {
  const words = moreWidgetTexts();
  const { name, url, state, keep, remove } = useFile(question, attachments);
  const [isDrawn, setDrawn] = useState(false);
  const isSignature = hasAppearance(question, 'signature');
  const store = (picture: HTMLCanvasElement) =>
    keep(() => toPng(picture, isSignature ? 'tanda-tangan.png' : 'gambar.png'));
  const wipe = () => {
    setDrawn(false);
    remove();
  };
  // What was drawn on this screen stays under the pen; what was there before is a picture.
  const isPicture = name !== '' && !isDrawn;
  return (
    <div {...namedGroup(question)} class="widget-media">
      {isPicture && url && <img class="widget-preview widget-drawn" src={url} alt={words.preview} />}
      {isPicture && !url && <p class="widget-file-name">{name}</p>}
      {!isPicture && (
        <InkBox
          label={isSignature ? words.signHere : words.drawHere}
          height={isSignature ? 320 : 600}
          closed={closed}
          isEmpty={!isDrawn}
          onInk={canvas => {
            setDrawn(true);
            store(canvas);
          }}
        />
      )}
      <button type="button" class="button" disabled={closed || (name === '' && !isDrawn)} onClick={wipe}>
        {isPicture ? words.drawAgain : words.wipe}
      </button>
      {isSignature && name === '' && (
        <TypedName id={idsOf(question).control} closed={closed} onName={text => store(nameAsPicture(text))} />
      )}
      {isDrawn && name !== '' && state === 'ready' && <p class="soft">{words.kept}</p>}
      <FileStateNote state={state} />
    </div>
  );
}

async function toPng(picture: HTMLCanvasElement, name: string) {
  const file = await new Promise<Blob | null>(resolve => picture.toBlob(resolve, 'image/png'));
  return file ? { file, name } : ('unreadable' as const);
}
