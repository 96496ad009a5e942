import type { NameCheck, NameSuggestion, Replacement } from '../../../shared/model/anonymity.ts';
import type { Source } from '../../../shared/model/entities.ts';
import { go } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { ofNew, show, type Tab } from './address.ts';
import { BasketPage } from './BasketPage.tsx';
import { BracketsPage } from './BracketsPage.tsx';
import { DraftPage } from './DraftPage.tsx';
import { bracketed, draftOf, emptyDraft, likeOf, relatedTo } from './draft.ts';
import { kindNames, sourceName } from './names.ts';
import { PageHead } from './PageHead.tsx';
import { ReplacementPage } from './ReplacementPage.tsx';
import { checkWords } from './SourceChecks.tsx';
import { useNames } from './store.ts';

/** What is chosen in the lists: a suggestion, the names that were taken, a replacement, a new one, or a source. */
export function Middle({
  tab,
  basket,
  chosen,
  source,
  replacement,
  adding,
  table,
  all,
  check,
  onCheck,
  onTake,
  onDismiss,
  onAfter,
}: {
  readonly tab: Tab;
  readonly basket: boolean;
  readonly chosen: NameSuggestion | null;
  readonly source: Source | null;
  readonly replacement: Replacement | null;
  readonly adding: boolean;
  readonly table: readonly Replacement[];
  readonly all: readonly NameSuggestion[] | undefined;
  readonly check: NameCheck | undefined;
  readonly onCheck: (source: Source, checked: boolean) => void;
  readonly onTake: (one: NameSuggestion) => void;
  readonly onDismiss: (one: NameSuggestion) => void;
  readonly onAfter: (one: NameSuggestion) => void;
}) {
  const { names } = useNames();
  if (basket) {
    return (
      <>
        <PageHead title={counted(names.taken.length, 'name')} note="replaced in one act" />
        <BasketPage table={table} onDone={() => show('suggestions')} />
      </>
    );
  }
  if (chosen) {
    const subject = likeOf(chosen);
    const taken = names.taken.includes(subject);
    return (
      <>
        <PageHead title={chosen.words} note={`${kindNames[chosen.kind]}: ${chosen.reason}`}>
          <Button look="quiet" onPress={() => onDismiss(chosen)}>
            Dismiss
          </Button>
          <Button icon={taken ? 'check' : 'plus'} onPress={() => onTake(chosen)}>
            {taken ? 'Taken' : 'Take into the table'}
          </Button>
        </PageHead>
        <DraftPage
          key={subject}
          subject={subject}
          draft={names.drafts.get(subject) ?? draftOf(chosen)}
          table={table}
          related={chosen.kind === 'contact' || chosen.kind === 'date' ? [] : relatedTo(chosen, all ?? [])}
          autoFocus={names.onward}
          onDone={() => onAfter(chosen)}
        />
      </>
    );
  }
  if (adding) {
    return (
      <>
        <PageHead title="Add a name" note="or a place, school, organisation, date …" />
        <DraftPage
          subject={ofNew}
          draft={names.drafts.get(ofNew) ?? emptyDraft}
          table={table}
          onDone={() => show('table')}
        />
      </>
    );
  }
  if (replacement) {
    return (
      <>
        <PageHead
          title={replacement.label}
          note={`${kindNames[replacement.kind]}, ${counted(replacement.uses, 'place')}`}
        />
        <ReplacementPage key={replacement.id} one={replacement} table={table} />
      </>
    );
  }
  if (source) {
    const current = check?.current === true;
    return (
      <>
        <PageHead title={sourceName(source)} note={checkWords(check).words}>
          <Button look="quiet" onPress={() => go('code', source.id)}>
            Read it
          </Button>
          <Button icon="check" look={current ? 'normal' : 'primary'} onPress={() => onCheck(source, !current)}>
            {current ? 'Take the check back' : 'Mark as checked'}
          </Button>
        </PageHead>
        <BracketsPage key={source.id} source={source} table={table} />
      </>
    );
  }
  return (
    <>
      <PageHead title={titles[tab]} />
      <Nothing tab={tab} none={all?.length === 0} table={table} />
    </>
  );
}

const titles: Readonly<Record<Tab, string>> = {
  table: 'Table of replacements',
  suggestions: 'Suggestions',
  sources: 'Sources',
};

function Nothing({
  tab,
  none,
  table,
}: {
  readonly tab: Tab;
  readonly none: boolean;
  readonly table: readonly Replacement[];
}) {
  const add = (
    <Button large look={tab === 'table' || none ? 'primary' : 'normal'} onPress={() => show('table', ofNew)}>
      Add a name …
    </Button>
  );
  if (tab === 'sources') {
    return (
      <EmptyState title="Choose a source">
        Each source says who has read it for names, and whether its words have changed since. Choosing one shows its
        brackets and what each of them is.
      </EmptyState>
    );
  }
  if (tab === 'suggestions') {
    return none ? (
      <EmptyState title="Nothing is suggested" action={add}>
        Likely names, places, ages, postcodes and numbers are looked for by rules on this computer; nothing leaves it.
        What you know of can be added by hand. Only reading finds everything.
      </EmptyState>
    ) : (
      <EmptyState title="Choose a suggestion" action={add}>
        Every place where it stands is shown in its context. Give it a label, leave out the places that mean something
        else, and one act replaces the rest in all sources.
      </EmptyState>
    );
  }
  const closed = table.some(one => one.terms === null);
  return (
    <EmptyState title={table.length === 0 ? 'Nothing is replaced yet' : 'Choose a replacement'} action={add}>
      {table.length === 0
        ? `One thing gets one label, everywhere: a name becomes ${bracketed('mentor')}, a school ${bracketed('school')}. Codings, memos and quotes move with the words.`
        : closed
          ? 'Where a label stands, its kind and note can be seen and changed. The words it stands for are in the key; open it to see them or to put them back.'
          : 'Where a label stands, its words, kind and note can be seen and changed, and words put back.'}
    </EmptyState>
  );
}
