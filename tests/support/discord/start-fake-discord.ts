export type * from './fake-discord.ts';
