// The names under which screens use the API's shapes.
export type {
  Asked,
  ClaimCard,
  Figure,
  FigureSources,
  Marking,
  Mission,
  Overview,
  Session,
  StageFigure,
  Whose,
} from './provisional.ts';
