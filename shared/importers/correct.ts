import type { Draft, DraftSpeaker, SpeakerDecision } from '../model/draft.ts';
import type { SourceFacts } from '../model/entities.ts';
import { layOut } from './common/speech.ts';

/**
 * A draft as the researcher corrected it: facts replaced, speakers renamed, merged (those given one name become one) or left out with their turns.
 * Words of the turns that stay are untouched; their positions are laid out anew where turns were left out.
 */
export function correctDraft(
  draft: Draft,
  facts: SourceFacts | undefined,
  decisions: readonly SpeakerDecision[] | undefined,
): Draft {
  const stated = facts ? { ...draft, ...facts } : draft;
  if (!decisions) return stated;
  const decided = new Map(decisions.map(decision => [decision.label, decision]));
  const decisionOf = (speaker: number | null) =>
    decided.get(speaker === null ? '' : (draft.speakers[speaker]?.label ?? ''));
  const kept = draft.turns.filter(turn => decisionOf(turn.speaker)?.leaveOut !== true);
  const said = kept.map(turn => {
    const label = turn.speaker === null ? null : (draft.speakers[turn.speaker]?.label ?? null);
    const { start, end, fromMs, toMs } = turn;
    return { label: decisionOf(turn.speaker)?.name ?? label, text: draft.text.slice(start, end), fromMs, toMs };
  });
  const speech = layOut(said);
  return { ...stated, ...speech, speakers: speech.speakers.map(speaker => decidedSpeaker(speaker, draft, decisions)) };
}

/** A speaker under the name decided on, with the role decided for the first label that bears it. */
function decidedSpeaker(speaker: DraftSpeaker, draft: Draft, decisions: readonly SpeakerDecision[]): DraftSpeaker {
  const decision = decisions.find(one => one.name === speaker.name && !one.leaveOut);
  if (decision) return { ...speaker, label: decision.label, role: decision.role, supportRole: decision.supportRole };
  return { ...speaker, ...pick(draft.speakers.find(one => one.label === speaker.label)) };
}

const pick = (speaker: DraftSpeaker | undefined) =>
  speaker ? { role: speaker.role, supportRole: speaker.supportRole } : {};
