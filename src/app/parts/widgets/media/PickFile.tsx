// Takes a photo, a recording or a file from the device.
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { type Attachments, FILE_MAX_BYTES } from '../attachments.ts';
import { hasAppearance, idsOf, named, type WidgetProps } from '../widget.ts';
import { FileStateNote } from './FileStateNote.tsx';
import { shrink } from './shrink.ts';
import { useFile } from './use-file.ts';

const ACCEPTED = { image: 'image/*', audio: 'audio/*', video: 'video/*' } as const;
const LONGEST_SIDE = 1280;

export function PickFile({ question, closed, attachments }: WidgetProps & { attachments: Attachments }) {
  const words = moreWidgetTexts();
  const { name, url, state, keep, remove } = useFile(question, attachments);
  const { type, parameters } = question.node;
  const take = (file: File | undefined) => {
    if (!file) return;
    const longest = Number(parameters?.['max-pixels']) || LONGEST_SIDE;
    keep(() => (type === 'image' ? shrink(file, longest, FILE_MAX_BYTES) : within(file)));
  };
  const verb =
    type === 'image' || type === 'audio' || type === 'video' ? words[`take_${type}`] : words.take_file;
  return (
    <div class="widget-media">
      {name !== '' && <Preview type={type} name={name} url={url} />}
      <div class="row">
        <label class={`button widget-pick${closed || state === 'keeping' ? ' is-closed' : ''}`}>
          {name === '' ? verb : words.takeAnother}
          <input
            type="file"
            {...named(question)}
            aria-labelledby={undefined}
            aria-label={`${question.label.value} ${verb}`}
            class="hidden-visually"
            accept={type === 'image' || type === 'audio' || type === 'video' ? ACCEPTED[type] : undefined}
            capture={captureOf(hasAppearance(question, 'new-front'), hasAppearance(question, 'new'))}
            disabled={closed || state === 'keeping'}
            onChange={event => {
              take(event.currentTarget.files?.[0]);
              // Else the same file could not be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </label>
        {name !== '' && (
          <button
            type="button"
            class="button button--danger"
            disabled={closed}
            onClick={() => {
              remove();
              document.getElementById(idsOf(question).control)?.focus();
            }}
          >
            {words.remove}
          </button>
        )}
      </div>
      <FileStateNote state={state} />
    </div>
  );
}

const captureOf = (isFront: boolean, isNew: boolean) =>
  isFront ? 'user' : isNew ? 'environment' : undefined;

const within = async (file: File) =>
  file.size > FILE_MAX_BYTES ? 'too_large' : { file, name: file.name || 'file' };

function Preview({ type, name, url }: { type: string; name: string; url: string | null }) {
  if (type === 'image' && url)
    return <img class="widget-preview" src={url} alt={moreWidgetTexts().preview} />;
  // biome-ignore lint/a11y/useMediaCaption: what a person has just recorded has no captions
  if (type === 'audio' && url) return <audio controls src={url} />;
  // biome-ignore lint/a11y/useMediaCaption: what a person has just recorded has no captions
  if (type === 'video' && url) return <video class="widget-preview" controls src={url} />;
  return <p class="widget-file-name">{name}</p>;
}
