// Reads CSV and its relatives: comma, semicolon or tab, quotes, line breaks in quotes, BOM, CRLF.

/** Fields of one record; `line` is where it begins in the file, 1 the first. */
export type SeparatedRecord = { readonly line: number; readonly fields: readonly string[] };

const SEPARATORS = [',', ';', '\t'];

/** Never fails: a quote left open ends with the text. Blank lines, and Excel's `sep=;`, are left out. */
export function readSeparated(text: string): SeparatedRecord[] {
  const body = text.replace(/^\uFEFF/, '');
  const declared = /^sep=([,;\t])\r?\n/i.exec(body)?.[1];
  const separator = declared ?? mostFrequentSeparator(body);
  const records = splitRecords(body, separator);
  return records.filter(
    ({ line, fields }) => !(declared && line === 1) && fields.some(field => field.trim() !== ''),
  );
}

/** Judged by the first line that says something. */
function mostFrequentSeparator(body: string): string {
  const header = /^.*/.exec(body.trimStart())?.[0] ?? '';
  const counts = SEPARATORS.map(separator => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function splitRecords(body: string, separator: string): SeparatedRecord[] {
  const token = new RegExp(
    `"([^"]*(?:""[^"]*)*)(?:"|$)|(${separator}|\\r\\n|\\r|\\n)|[^"${separator}\\r\\n]+`,
    'g',
  );
  const records: SeparatedRecord[] = [];
  let fields: string[] = [];
  let field = '';
  // Kept beside it: looking again at a long field after each of its pieces would take for ever.
  let isBlank = true;
  let line = 1;
  let begun = 1;
  const endField = () => {
    fields.push(field);
    field = '';
    isBlank = true;
  };
  const endRecord = () => {
    endField();
    records.push({ line: begun, fields });
    fields = [];
    begun = line;
  };
  for (const [whole, quoted, end] of body.matchAll(token)) {
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === separator) endField();
    else if (end !== undefined) endRecord();
    else if (quoted !== undefined && isBlank) {
      field = quoted.replaceAll('""', '"');
      isBlank = quoted.trim() === '';
    } else {
      field += whole;
      isBlank &&= whole.trim() === '';
    }
  }
  endRecord();
  return records;
}
