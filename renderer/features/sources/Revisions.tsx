import { useQuery } from '@tanstack/react-query';
import type { SourceRevision } from '../../../shared/api/outputs/source.ts';
import type { Source } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { figure, said } from '../../ui/words.ts';
import css from './Sources.module.css';

/** What has become of a source's words since it was imported; nothing where they are as they came. */
export function Revisions({ source }: { readonly source: Source }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const revisions = useQuery({
    queryKey: keys.revisions(study, source.id),
    queryFn: () => client.call('source.revisions', { study, source: source.id }),
  });
  if ((revisions.data?.length ?? 0) < 2) return null;
  return (
    <>
      <h3>Versions of its words</h3>
      <ul className={css.revisions}>
        {revisions.data?.map(revision => (
          <li key={revision.entry ?? revision.at}>
            {nameOf(revision)}, {said(revision.at)}, {revision.coder}: {figure(revision.words)} words
            {revision.reason && <q>{revision.reason}</q>}
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOf({ kind }: SourceRevision): string {
  switch (kind) {
    case 'import':
      return 'Imported';
    case 'edit':
      return 'Mended';
    case 'reimport':
      return 'Replaced';
    default:
      return assertNever(kind);
  }
}
