// A box to choose files or drop them onto.
import { useState } from 'preact/hooks';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';

type DropFilesProps = { give: (files: readonly File[]) => void; isBusy: boolean };

export function DropFiles({ give, isBusy }: DropFilesProps) {
  const text = instrumentTexts();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0 && !isBusy) give([...files]);
  };
  return (
    <label
      class="drop"
      data-over={isOver}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <span class="button button--next">{text.chooseFile}</span>
      <span>{text.dropFile}</span>
      <span class="soft small">{text.withLists}</span>
      <input
        class="hidden-visually"
        type="file"
        accept=".xlsx,.csv"
        multiple
        disabled={isBusy}
        onChange={event => {
          take(event.currentTarget.files);
          // The same file may be chosen once more, after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
