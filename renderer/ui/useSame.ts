import { useRef } from 'react';

/** The value of before for as long as the new one says the same, so that what is built from it need not be built again. Plain data. */
export function useSame<T>(value: T): T {
  const said = JSON.stringify(value);
  const kept = useRef({ said, value });
  if (kept.current.said !== said) kept.current = { said, value };
  return kept.current.value;
}
