import {
  addCaseStudy,
  getCaseStudy,
  listCaseStudies,
  orderCaseStudies,
  updateCaseStudy,
} from '../../../db/caseStudies.ts';
import {
  addRecommendation,
  getRecommendation,
  listRecommendations,
  orderRecommendations,
  removeRecommendation,
  updateRecommendation,
} from '../../../db/recommendations.ts';
import type { Recommendation } from '../../../shared/model/report.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { opening } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'caseStudy.list'
  | 'caseStudy.create'
  | 'caseStudy.update'
  | 'caseStudy.remove'
  | 'caseStudy.order'
  | 'recommendation.list'
  | 'recommendation.create'
  | 'recommendation.update'
  | 'recommendation.remove'
  | 'recommendation.order'
>;

export const writingHandlers: Part = {
  'caseStudy.list': ({ study }, { sessions }) => listCaseStudies(sessions.get(study).file.read),
  'caseStudy.create': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'caseStudy.create', input, write => {
      const id = addCaseStudy(read, write, input);
      return { result: getCaseStudy(read, id), summary: `Made the case study “${input.title}”` };
    });
  },
  'caseStudy.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'caseStudy.update', input, write => {
      const before = getCaseStudy(read, input.caseStudy);
      updateCaseStudy(read, write, input.caseStudy, input);
      const after = getCaseStudy(read, input.caseStudy);
      const moved = before.theme !== after.theme || before.outcome !== after.outcome;
      return {
        result: after,
        summary:
          before.title !== after.title
            ? `Renamed the case study “${before.title}” to “${after.title}”`
            : `${moved ? 'Moved' : 'Wrote on'} the case study “${after.title}”`,
      };
    });
  },
  'caseStudy.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'caseStudy.remove', input, write => {
      const { title } = getCaseStudy(read, input.caseStudy);
      write.remove('case_study', input.caseStudy);
      return { result: null, summary: `Removed the case study “${title}”` };
    });
  },
  'caseStudy.order': (input, { sessions }) => {
    const session = sessions.get(input.study);
    return sessions.command(session, 'caseStudy.order', input, write => {
      orderCaseStudies(session.file.read, write, input.order);
      return { result: null, summary: 'Changed the order of the case studies' };
    });
  },
  'recommendation.list': ({ study }, { sessions }) => listRecommendations(sessions.get(study).file.read),
  'recommendation.create': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'recommendation.create', input, write => {
      const made = getRecommendation(read, addRecommendation(read, write, input));
      return { result: made, summary: `Made the recommendation ${inBrief(made)}` };
    });
  },
  'recommendation.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'recommendation.update', input, write => {
      getRecommendation(read, input.recommendation);
      updateRecommendation(read, write, input.recommendation, input);
      const after = getRecommendation(read, input.recommendation);
      return { result: after, summary: `Changed the recommendation ${inBrief(after)}` };
    });
  },
  'recommendation.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'recommendation.remove', input, write => {
      const before = getRecommendation(read, input.recommendation);
      removeRecommendation(read, write, input.recommendation);
      return { result: null, summary: `Removed the recommendation ${inBrief(before)}` };
    });
  },
  'recommendation.order': (input, { sessions }) => {
    const session = sessions.get(input.study);
    return sessions.command(session, 'recommendation.order', input, write => {
      orderRecommendations(session.file.read, write, input.order);
      return { result: null, summary: 'Changed the order of the recommendations' };
    });
  },
};

const inBrief = ({ body, addressee }: Recommendation): string =>
  body.trim() === '' ? `to ${addressee === '' ? 'nobody yet' : `“${addressee}”`}` : `“${opening(body)}”`;
