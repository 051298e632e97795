// The answers with which Discord turns a request down, by its own codes.

/** One fault found in a body: which rule, where (`data.components.0.custom_id`), in words. */
export interface Finding {
  readonly rule: string;
  readonly at: string;
  readonly message: string;
}

/** Thrown by a route; http.ts makes Discord's error body of it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly findings: readonly Finding[];

  constructor(status: number, code: number, message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.findings = findings;
  }

  /** Discord's JSON error body, with the findings nested by their place as Discord nests them. */
  get body(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code };
    return this.findings.length > 0 ? { ...body, errors: nest(this.findings) } : body;
  }
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

function nest(findings: readonly Finding[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { rule, at, message } of findings) {
    let node = root;
    for (const key of at.split('.').filter(Boolean)) {
      const child = node[key];
      const next: ErrorTree = child && !Array.isArray(child) ? child : {};
      node[key] = next;
      node = next;
    }
    const told = Array.isArray(node['_errors']) ? node['_errors'] : [];
    node['_errors'] = [...told, { code: rule.toUpperCase().replaceAll('-', '_'), message }];
  }
  return root;
}

export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const unknownApplication = () => new ApiError(404, 10002, 'Unknown Application');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new ApiError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownUser = () => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new ApiError(404, 10063, 'Unknown application command');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const invalidWebhookToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const notAuthor = () => new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const missingPermissions = () => new ApiError(403, 50013, 'Missing Permissions');
export const takesNoMessages = () => new ApiError(403, 50007, 'Cannot send messages to this user');
export const noHistoryToReply = () =>
  new ApiError(400, 160002, 'Cannot reply without permission to read message history');
export const unknownReply = () =>
  new ApiError(400, 50035, 'Invalid Form Body', [
    { rule: 'replies-unknown-message', at: 'message_reference', message: 'Unknown message' },
  ]);
export const malformed = () => new ApiError(400, 50109, 'The request body contains invalid JSON.');
export const invalidBody = (findings: readonly Finding[]) =>
  findings.length > 0 && findings.every((finding) => finding.rule === 'empty-message')
    ? new ApiError(400, 50006, 'Cannot send an empty message', findings)
    : new ApiError(400, 50035, 'Invalid Form Body', findings);
