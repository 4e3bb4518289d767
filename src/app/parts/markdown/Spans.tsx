// Draws parsed markdown as elements; a chunk of its own, since most labels are plain.
import { parseMarkdown, type Span } from './parse.ts';

export const Marked = ({ text }: { text: string }) => <Spans spans={parseMarkdown(text)} />;

const Spans = ({ spans }: { spans: readonly Span[] }) => (
  <>
    {spans.map((span, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other identity
      <One key={index} span={span} />
    ))}
  </>
);

function One({ span }: { span: Span }) {
  if (typeof span === 'string') return <>{span}</>;
  switch (span.kind) {
    case 'strong':
      return (
        <strong>
          <Spans spans={span.spans} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Spans spans={span.spans} />
        </em>
      );
    case 'heading':
      // The label is the page's heading already; this one is only larger.
      return (
        <span class="markdown-heading">
          <Spans spans={span.spans} />
        </span>
      );
    case 'link':
      return (
        <>
          <Spans spans={span.spans} /> <bdi class="markdown-address">({span.address})</bdi>
        </>
      );
    case 'break':
      return <br />;
  }
}
