// The gateway's numbers by name: opcodes, close codes, intents that have to be granted.

export const Op = {
  Heartbeat: 1,
  Identify: 2,
  Presence: 3,
  VoiceState: 4,
  Resume: 6,
  Reconnect: 7,
  RequestMembers: 8,
  InvalidSession: 9,
  Hello: 10,
  Ack: 11,
};
/** What a bot may send and the double has no use for. */
export const IGNORED = [Op.Presence, Op.VoiceState, Op.RequestMembers];
export type CloseReason = readonly [code: number, reason: string];
export const Close = {
  UnknownOpcode: [4001, 'Unknown opcode.'],
  DecodeError: [4002, 'Error while decoding payload.'],
  NotAuthenticated: [4003, 'Not authenticated.'],
  AuthenticationFailed: [4004, 'Authentication failed.'],
  AlreadyAuthenticated: [4005, 'Already authenticated.'],
  InvalidShard: [4010, 'Invalid shard.'],
  DisallowedIntents: [4014, 'Disallowed intent(s).'],
} satisfies Record<string, CloseReason>;
/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT, which Discord grants only on application. */
export const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
