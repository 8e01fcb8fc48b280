import { questionsOf } from '../../law/questions.ts';
import type { LegalQuestion } from '../../law/route.ts';
import './legalRoutes.css';

function Routes({ when, routes }: LegalQuestion) {
  return (
    <>
      {when ? <h4>{when}</h4> : null}
      <ol className="routes">
        {routes.map(({ code, label, body, limit, note, papers, basis }) => (
          <li key={code}>
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
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The ways that remain besides mediation, with their basis: what is said to people, and printed as it stands. */
export function LegalRoutes({ categoryCode }: { categoryCode: string }) {
  return questionsOf(categoryCode).map((question) => <Routes key={question.when} {...question} />);
}
