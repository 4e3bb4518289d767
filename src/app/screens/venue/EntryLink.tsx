// The way to typing in a questionnaire's sheets that were filled in on paper.
import { entryTexts } from '../../text/entry/texts.ts';

type EntryLinkProps = {
  eventId: string;
  code: string;
  /** Which questionnaire, for those who hear the link alone. */
  of: string;
};

export const EntryLink = ({ eventId, code, of }: EntryLinkProps) => (
  <a class="lone-link" href={`/venue/${eventId}/entry/${code}`}>
    {entryTexts().title}
    <span class="hidden-visually">: {of}</span>
  </a>
);
