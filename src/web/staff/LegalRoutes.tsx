import { useQuery } from '@tanstack/react-query';
import { questionsOf } from '../../law/questions.ts';
import type { LegalQuestion, LegalRoute } from '../../law/route.ts';
import { LegalCaution } from './LegalCaution.tsx';
import { lawRulesQuery } from './queries.ts';
import './legalRoutes.css';

function Way({ code, label, body, limit, note, papers, basis }: LegalRoute) {
  return (
    <li>
      <b>{label}</b> 向{body}
      {limit ? (
        <>
          ，从{limit.from}起<b>{limit.within}内</b>
        </>
      ) : null}
      。{note}
      <span className="second">
        {' '}
        带：{papers}。{basis}
        <LegalCaution id={`route:${code}`} />
      </span>
    </li>
  );
}

function Routes({ when, routes }: LegalQuestion) {
  return (
    <>
      {when ? <h4>{when}</h4> : null}
      <ol className="routes">
        {routes.map((route) => (
          <Way key={route.code} {...route} />
        ))}
      </ol>
    </>
  );
}

/** The ways that remain besides mediation, the county's own after the law's: what is said to people, and printed as it stands. */
export function LegalRoutes({ categoryCode }: { categoryCode: string }) {
  const { data } = useQuery(lawRulesQuery);
  return questionsOf(categoryCode, data).map((question) => <Routes key={question.when} {...question} />);
}
