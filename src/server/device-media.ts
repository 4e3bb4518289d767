// Routes that devices call: their own media type only, and the body kept as bytes until its signature is checked.
import type { App } from './centre.ts';

/** Registers routes that take bodies of `media` and no other. */
export function takeOnly(app: App, media: string, routes: (scope: App) => void): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(media, { parseAs: 'buffer' }, (_request, body, taken) => taken(null, body));
    routes(scope);
    done();
  });
}
