import { openKey } from '../../../db/key/keyFile.ts';
import type { BracketId } from '../../../shared/model/ids.ts';

/** A program of its own that adds records to a key as fast as it can: PATH NAME COUNT. It says "ready", and begins when it is spoken to. */
const [path = '', name = '', count = '0'] = process.argv.slice(2);
const key = openKey(path, 'S', 'quiet harbour');
process.stdin.once('data', () => {
  for (let number = 0; number < Number(count); number++)
    key.add([{ kind: 'words', words: [[`${name}${number}` as BracketId, 'x'.repeat(number % 50)]] }]);
  key.close();
  process.exit();
});
process.stdout.write('ready');
