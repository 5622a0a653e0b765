// The names under which screens use the API's shapes.
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Asked = Schemas['Asked'];
export type Mission = Schemas['Mission'];
export type Missions = Schemas['Missions'];
export type Row = Schemas['Row'];
export type Whose = Schemas['Whose'];
export type {
  Between,
  Ceiling,
  ClaimCard,
  Figure,
  FigureKey,
  FigureSources,
  Mandate,
  News,
  Overdue,
  Overview,
  Session,
  Strength,
  Unexplained,
} from './provisional.ts';
