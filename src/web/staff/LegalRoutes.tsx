import { legalRoutes } from '../../mediation/legalRoutes.ts';
import './legalRoutes.css';

/** The ways that remain besides mediation, with their basis: what is said to people, and printed as it stands. */
export function LegalRoutes({ categoryCode }: { categoryCode: string }) {
  return (
    <ol className="routes">
      {legalRoutes(categoryCode).map((route) => (
        <li key={route.code}>
          <b>{route.label}</b> {route.sentence}
          <span className="second"> {route.basis}</span>
        </li>
      ))}
    </ol>
  );
}
