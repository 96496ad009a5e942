import { isFindingKey } from '../model/disclosure.ts';

/** Findings of the disclosure check that a team goes along with, as a file gives them. */
export type AcceptedInFile =
  | { readonly ok: true; readonly accepted: readonly { readonly finding: string; readonly reason: string }[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads `[{ "finding": "KEY", "reason": "…" }, …]`; keys are those that `disclosure --json` gives. The last reason counts where a key stands twice.
 * Never throws: says which entry is wrong and how.
 */
export function readAcceptJson(text: string): AcceptedInFile {
  const refuse = (what: string): AcceptedInFile => ({
    ok: false,
    message: `${what} Expected [{ "finding": key, "reason": why }, …] with the keys that “disclosure --json” gives. Nothing was accepted.`,
  });
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (thrown) {
    return refuse(`This is not JSON (${thrown instanceof Error ? thrown.message : 'it can’t be read'}).`);
  }
  if (!Array.isArray(given)) return refuse('This is not a list.');
  const accepted = new Map<string, string>();
  for (const [index, entry] of given.entries()) {
    const { finding, reason } = isRecord(entry) ? entry : {};
    if (typeof finding !== 'string' || !isFindingKey(finding))
      return refuse(`Entry ${index + 1} has no key of a finding.`);
    if (typeof reason !== 'string' || reason.trim() === '') return refuse(`Entry ${index + 1} has no reason.`);
    if (reason.length > 2_000) return refuse(`The reason of entry ${index + 1} is longer than 2,000 characters.`);
    accepted.set(finding, reason.trim());
  }
  return { ok: true, accepted: [...accepted].map(([finding, reason]) => ({ finding, reason })) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
