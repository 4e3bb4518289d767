// What participants wrote, in no order that tells anything.
import type { SurveyResult } from '../../../../protocol/office/result.ts';
import { resultTexts } from '../../../text/office/texts.ts';

export function CommentsPart({ comments }: { comments: NonNullable<SurveyResult['comments']> }) {
  const text = resultTexts();
  return (
    <section class="stack" aria-labelledby="comments">
      <h2 id="comments">{text.comments}</h2>
      {comments.length === 0 ? (
        <p>{text.commentsNone}</p>
      ) : (
        <>
          <p class="soft small">{text.commentsOrder}</p>
          <ul class="plain comments">
            {comments.map((comment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same, and the list never changes
              <li key={index}>{comment.text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
