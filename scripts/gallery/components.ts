// Discord's components as HTML, one function a type: rows, buttons and menus by @skyra/discord-components-core, and what it
// does not draw (containers, sections, text displays, galleries, files, separators, forms) by a little HTML of ours.
import type { StoredMessage } from '../../tests/double/double.ts';
import { type Component, ComponentType } from '../../tests/double/wire.ts';
import { escapedHtml, markdownHtml, type Reading } from './markdown.ts';

type Files = StoredMessage['attachments'];

/** What a component is drawn with: how its texts are read, and the files of its message. */
export interface Drawn extends Reading {
  readonly files: Files;
}

type Drawing = (component: Component, drawn: Drawn) => string;

const drawings: Readonly<Record<number, Drawing>> = {
  [ComponentType.ActionRow]: (row, drawn) =>
    `<discord-action-row>${childrenHtml(row, drawn)}</discord-action-row>`,
  [ComponentType.Button]: buttonHtml,
  [ComponentType.StringSelect]: menuHtml,
  [ComponentType.UserSelect]: menuHtml,
  [ComponentType.RoleSelect]: menuHtml,
  [ComponentType.MentionableSelect]: menuHtml,
  [ComponentType.ChannelSelect]: menuHtml,
  [ComponentType.Container]: (container, drawn) => {
    const colour = container['accent_color'];
    const accent = typeof colour === 'number' ? `#${colour.toString(16).padStart(6, '0')}` : 'transparent';
    return `<div class="container" style="--accent: ${accent}">${childrenHtml(container, drawn)}</div>`;
  },
  [ComponentType.TextDisplay]: ({ content }, drawn) =>
    `<div class="text" dir="auto">${markdownHtml(content ?? '', drawn)}</div>`,
  [ComponentType.Separator]: ({ divider }) =>
    `<div class="separator${divider === false ? ' bare' : ''}"></div>`,
  [ComponentType.Section]: (section, drawn) => {
    const beside = partsOf(section['accessory']).map((part) => componentHtml(part, drawn));
    // A button draws itself in a row alone.
    const isButton = partsOf(section['accessory'])[0]?.type === ComponentType.Button;
    const shown = isButton ? `<discord-action-row>${beside.join('')}</discord-action-row>` : beside.join('');
    return `<div class="section"><div>${childrenHtml(section, drawn)}</div><div>${shown}</div></div>`;
  },
  [ComponentType.Thumbnail]: (thumbnail, drawn) => pictureHtml(thumbnail['media'], 'thumbnail', drawn),
  [ComponentType.MediaGallery]: ({ items }, drawn) =>
    `<div class="gallery">${partsOf(items)
      .map((item) => pictureHtml(item['media'], 'picture', drawn))
      .join('')}</div>`,
  [ComponentType.File]: ({ file }, drawn) => fileHtml(file, drawn),
  [ComponentType.Label]: labelHtml,
  [ComponentType.TextInput]: ({ style, value, placeholder }) =>
    `<div class="input${style === 2 ? ' tall' : ''}">${escapedHtml(String(value ?? placeholder ?? ''))}</div>`,
  [ComponentType.FileUpload]: () => '<div class="input upload">⬆</div>',
  [ComponentType.RadioGroup]: (group) => optionsHtml(group, 'radio'),
  [ComponentType.CheckboxGroup]: (group) => optionsHtml(group, 'box'),
  [ComponentType.Checkbox]: () => '<div class="choice"><span class="box"></span></div>',
};

/** A component with all that is in it. One of a type that is not known here is an error: it would be missing in silence. */
export function componentHtml(component: Component, drawn: Drawn): string {
  const drawing = drawings[component.type];
  if (!drawing) throw new Error(`components of type ${component.type} cannot be drawn yet`);
  return drawing(component, drawn);
}

function partsOf(value: unknown): Component[] {
  const isPart = (part: unknown): part is Component => typeof part === 'object' && part !== null;
  return (Array.isArray(value) ? value : [value]).filter(isPart);
}

function childrenHtml(component: Component, drawn: Drawn): string {
  return partsOf(component.components ?? [])
    .map((child) => componentHtml(child, drawn))
    .join('');
}

const buttonTypes: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
};

const thumb = (turned: number): string =>
  `<svg width="16" height="16" viewBox="0 0 20 20" style="vertical-align:-2px;transform:rotate(${turned}deg)"><path fill="#f2c14e" d="M2 9h3v8H2zM6 9l3-6c1.2 0 2 .8 2 2v3h5c1 0 1.7.9 1.5 1.9l-1.2 5.6c-.2.9-1 1.5-1.9 1.5H6z"/></svg>`;
/** Not every machine has letters for these. */
const thumbs: Readonly<Record<string, string>> = { '👍': thumb(0), '👎': thumb(180) };

function buttonHtml({ style, label, disabled, url, emoji }: Component): string {
  const type = buttonTypes[style ?? 2] ?? 'secondary';
  const sign = String(partsOf(emoji)[0]?.['name'] ?? '');
  const text = escapedHtml(typeof label === 'string' ? label : '');
  const inside = [thumbs[sign] ?? escapedHtml(sign), text].filter((part) => part !== '').join(' ');
  const link = typeof url === 'string' ? ' url="https://example.com"' : '';
  return `<discord-button type="${type}"${link}${disabled ? ' disabled' : ''}>${inside}</discord-button>`;
}

/** A menu, closed: what is chosen in it, or its placeholder. */
function menuHtml({ options, placeholder, disabled }: Component): string {
  const chosen = partsOf(options)
    .filter((option) => option['default'] === true)
    .map(({ label }) => label ?? '');
  const shown = chosen.length > 0 ? chosen.join(', ') : String(placeholder ?? 'Make a selection');
  return `<div class="menu${disabled ? ' off' : ''}"><span>${escapedHtml(shown)}</span><span>⌄</span></div>`;
}

function optionsHtml({ options }: Component, mark: string): string {
  return partsOf(options)
    .map(({ label }) => `<div class="choice"><span class="${mark}"></span>${escapedHtml(label ?? '')}</div>`)
    .join('');
}

/** A field of a form, with what is written above and below its name. */
function labelHtml(label: Component, drawn: Drawn): string {
  const [field] = partsOf(label['component']);
  const about = label['description'];
  const star = field?.required === false ? '' : '<span class="star">*</span>';
  return `<div class="label"><b>${escapedHtml(label.label ?? '')}</b>${field?.type === ComponentType.Checkbox ? '' : star}${
    typeof about === 'string' ? `<p>${escapedHtml(about)}</p>` : ''
  }${field ? componentHtml(field, drawn) : ''}</div>`;
}

function attachedOf(media: unknown, { files }: Drawn): Files[number] | undefined {
  const url = partsOf(media)[0]?.url ?? '';
  return files.find((file) => file.url === url || url === `attachment://${file.name}`);
}

function pictureHtml(media: unknown, kind: string, drawn: Drawn): string {
  const file = attachedOf(media, drawn);
  if (!file) return `<div class="${kind}"></div>`;
  const data = Buffer.from(file.bytes).toString('base64');
  return `<img class="${kind}" src="data:${file.contentType};base64,${data}">`;
}

function fileHtml(media: unknown, drawn: Drawn): string {
  const file = attachedOf(media, drawn);
  const size = file ? `${Math.max(1, Math.round(file.bytes.byteLength / 100) / 10)} kB` : '';
  const name = file?.name ?? partsOf(media)[0]?.url?.replace('attachment://', '') ?? '';
  return `<div class="file"><span class="sheet"></span><div><a>${escapedHtml(name)}</a><p>${size}</p></div></div>`;
}
