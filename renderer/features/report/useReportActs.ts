import { useMemo, useRef } from 'react';
import type { Outcome, Theme } from '../../../shared/model/entities.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { CaseStudy, CaseStudyId, Recommendation, RecommendationId } from '../../../shared/model/report.ts';
import { go } from '../../app/route.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { toastError } from '../../ui/toast.tsx';
import { briefly } from './chosen.ts';

type BoxFields = Partial<Omit<CaseStudy, 'id'>>;
type RecommendationFields = Partial<Omit<Recommendation, 'id' | 'themes'>> & { readonly themes?: readonly ThemeId[] };

export type ReportActs = ReturnType<typeof useReportActs>;

/** What can be done to the report. Writing rejects with the core's own words; acts that are pressed say so themselves and offer their undo. */
export function useReportActs() {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const latest = useRef(offerUndo);
  latest.current = offerUndo;
  return useMemo(() => {
    const attempt = (act: () => Promise<unknown>) => void act().catch(toastError);
    return {
      writeNarrative: (theme: Theme, narrative: string) =>
        client.call('theme.update', { study, theme: theme.id, narrative }),
      orderThemes: (outcome: Outcome, order: readonly ThemeId[]) =>
        attempt(() => client.call('outcome.order', { study, outcome: outcome.id, themes: [...order] })),
      newBox: (place: { readonly theme?: ThemeId; readonly outcome?: OutcomeId } = {}) =>
        attempt(async () =>
          go('report', (await client.call('caseStudy.create', { study, title: 'Case study', ...place })).id),
        ),
      writeBox: (box: CaseStudy, fields: BoxFields) =>
        client.call('caseStudy.update', { study, caseStudy: box.id, ...fields }),
      removeBox: (box: CaseStudy) =>
        attempt(async () => {
          await client.call('caseStudy.remove', { study, caseStudy: box.id });
          go('report');
          await latest.current(`Removed the case study “${box.title}”.`);
        }),
      orderBoxes: (order: readonly CaseStudyId[]) =>
        attempt(() => client.call('caseStudy.order', { study, order: [...order] })),
      newRecommendation: (addressee = '', themes: readonly ThemeId[] = []) =>
        attempt(async () =>
          go('report', (await client.call('recommendation.create', { study, addressee, themes: [...themes] })).id),
        ),
      writeRecommendation: (one: Recommendation, { themes, ...fields }: RecommendationFields) =>
        client.call('recommendation.update', {
          study,
          recommendation: one.id,
          ...fields,
          ...(themes && { themes: [...themes] }),
        }),
      removeRecommendation: (one: Recommendation) =>
        attempt(async () => {
          await client.call('recommendation.remove', { study, recommendation: one.id });
          go('report');
          const words = briefly(one.body);
          await latest.current(`Removed the recommendation${words === '' ? '' : ` “${words.slice(0, 60)}”`}.`);
        }),
      orderRecommendations: (order: readonly RecommendationId[]) =>
        attempt(() => client.call('recommendation.order', { study, order: [...order] })),
    };
  }, [client, study]);
}
