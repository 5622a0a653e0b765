// The names under which screens use the API's shapes.
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type Asked = Schemas['Asked'];
export type Between = Schemas['Between'];
export type Ceiling = Schemas['Ceiling'];
export type ClaimBehind = Schemas['ClaimBehind'];
export type ClaimCard = Schemas['ClaimCard'];
export type DocumentEntered = Schemas['DocumentEntered'];
export type DocumentLine = Schemas['DocumentLine'];
export type DocumentPage = Schemas['DocumentPage'];
export type DocumentsEntered = Schemas['DocumentsEntered'];
export type Figure = Schemas['Figure'];
export type FigureKey = Schemas['FigureKey'];
export type FigureSources = Schemas['FigureSources'];
export type Finding = Schemas['Finding'];
export type Link = Schemas['Link'];
export type Mandate = Schemas['Mandate'];
export type Mission = Schemas['Mission'];
export type Missions = Schemas['Missions'];
export type News = Schemas['News'];
export type Overdue = Schemas['Overdue'];
export type Overview = Schemas['Overview'];
export type PlacedClaim = Schemas['PlacedClaim'];
export type Point = Schemas['Point'];
export type Row = Schemas['Row'];
export type Series = Schemas['Series'];
export type Session = Schemas['Session'];
export type Strength = Schemas['Strength'];
export type StrengthThroughTime = Schemas['StrengthThroughTime'];
export type TextPlace = Schemas['TextPlace'];
export type Token = Schemas['Token'];
export type Unexplained = Schemas['Unexplained'];
export type Whose = Schemas['Whose'];
export type {
  Contributor,
  ContributorRow,
  Contributors,
  Decision,
  Dispute,
  Disputes,
  Event,
  OpenScope,
  Outvoted,
  Plan,
  Side,
  Site,
  SiteEvent,
  Sites,
  StatedCount,
} from './awaited.ts';
