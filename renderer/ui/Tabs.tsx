import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import css from './Tabs.module.css';

type Tabbed<T extends string> = { readonly id: T; readonly name: string; readonly children: ReactNode };

/** A few views of one thing, one at a time; arrows move between their names. */
export function Tabs<T extends string>({
  label,
  value,
  onChange,
  tabs,
}: {
  readonly label: string;
  readonly value: T;
  readonly onChange: (id: T) => void;
  readonly tabs: readonly Tabbed<T>[];
}) {
  return (
    <AriaTabs
      className={css.tabs ?? ''}
      selectedKey={value}
      onSelectionChange={key => {
        const chosen = tabs.find(tab => tab.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <TabList aria-label={label} className={css.list ?? ''}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={css.tab ?? ''}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className={css.panel ?? ''}>
          {tab.children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
