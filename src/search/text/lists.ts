// Word lists as the files of this folder hold them: words parted by white space, groups by lines.

export const list = (text: string): readonly string[] => text.trim().split(/\s+/);
export const lines = (text: string): readonly (readonly string[])[] => text.trim().split('\n').map(list);
