// Where the files of a sheet are kept while it is filled in; whoever shows the sheet provides it.
import { createContext } from 'preact';

export type Attachments = {
  /** Keeps a file of the question with that key. Its name there is the answer; a promise kept means that it is durable. */
  keep(key: string, file: Blob, name: string): Promise<string>;
  /** Null: it is not on this device. */
  find(name: string): Promise<Blob | null>;
  drop(name: string): Promise<void>;
};

/** Null: files cannot be kept here, and the widgets say so. */
export const AttachmentsContext = createContext<Attachments | null>(null);

/** So that a record with one file and its envelope stays within what the centre takes in. */
export const FILE_MAX_BYTES = 180 * 1024;
