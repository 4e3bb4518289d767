// A photo, a drawing, a signature, a recording or any file, kept beside the sheet; its name is the answer.

import { useContext } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { AttachmentsContext } from '../attachments.ts';
import { hasAppearance, type WidgetProps } from '../widget.ts';
import { Drawing } from './Drawing.tsx';
import { PickFile } from './PickFile.tsx';
import './media.css';

export default function Media(props: WidgetProps) {
  const { question } = props;
  const attachments = useContext(AttachmentsContext);
  if (!attachments) return <p class="notice">{moreWidgetTexts().noFiles}</p>;
  const isDrawn = question.node.type === 'image' && hasAppearance(question, 'signature', 'draw');
  return isDrawn ? (
    <Drawing {...props} attachments={attachments} />
  ) : (
    <PickFile {...props} attachments={attachments} />
  );
}
