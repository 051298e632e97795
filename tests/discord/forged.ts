// A modal as a client might forge it: fields that the bot never asked for, sent as if it had.

/** The body of a modal with these fields, texts and choices, as Discord would show it. */
export function forgedModal(custom: string, fields: Record<string, string | string[]>) {
  const components = Object.entries(fields).map(([id, value]) => ({
    type: 18,
    label: id,
    component: {
      type: typeof value === 'string' ? 4 : 3,
      custom_id: id,
      style: 1,
      min_length: 0,
      max_length: 4000,
    },
  }));
  return { custom_id: custom, title: 'x', components };
}
