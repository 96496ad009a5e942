/** A row of an imported table of participants. `message` says why a row was left out or which cells were; '' where nothing is to be said. */
export type PeopleRowReport = {
  readonly row: number;
  readonly label: string;
  readonly status: 'made' | 'changed' | 'same' | 'rejected';
  readonly message: string;
};
