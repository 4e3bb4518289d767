// Keeps the files of a preview's answers for as long as it is open, and nowhere else.
import type { Attachments } from '../../../../parts/widgets/attachments.ts';

export function memoryAttachments(): Attachments {
  const files = new Map<string, Blob>();
  return {
    async keep(_key, file, name) {
      files.set(name, file);
      return name;
    },
    async find(name) {
      return files.get(name) ?? null;
    },
    async drop(name) {
      files.delete(name);
    },
  };
}
