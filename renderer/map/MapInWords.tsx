import type { ThemeMap } from '../../shared/model/themeMap.ts';

/** The whole map as a list, for those who hear the page. */
export function MapInWords({ map }: { readonly map: ThemeMap }) {
  const themes = new Map(map.themes.map(theme => [theme.id, theme]));
  const codes = new Map(map.codes.map(code => [code.id, code]));
  return (
    <section className="visually-hidden" aria-label="The map in words">
      <ul>
        {map.outcomes.map(outcome => {
          const under = map.outcomeLinks.filter(link => link.outcome === outcome.id);
          return (
            <li key={outcome.id}>
              Outcome {outcome.number}, {outcome.title}: {under.length === 0 ? 'no theme.' : ''}
              <ul>
                {under.map(link => (
                  <li key={link.theme}>
                    {themes.get(link.theme)?.name}: {link.extracts} extracts. Codes:{' '}
                    {map.codeLinks
                      .filter(one => one.theme === link.theme)
                      .map(one => `${codes.get(one.code)?.name} (${one.extracts})`)
                      .join(', ')}
                    .
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
