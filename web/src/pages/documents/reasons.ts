// Why a claim is rejected: the reasons that come up again and again, each by one key.

export interface Reason {
  readonly key: string;
  readonly why: string;
}

export const REASONS: readonly Reason[] = [
  { key: '1', why: 'the sentence does not say this' },
  { key: '2', why: 'another number is meant' },
  { key: '3', why: 'others are meant' },
  { key: '4', why: 'another stage is meant' },
  { key: '5', why: 'another time is meant' },
  { key: '6', why: 'not this mission' },
];
