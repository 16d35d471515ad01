import { ComponentType } from 'discord.js';
import { z } from 'zod';
import { errors } from './discord-error.ts';

/**
 * What requests may hold, with the limits that Discord enforces; its OpenAPI document leaves many of them out. Lengths
 * are counted in UTF-16 units, which is never kinder than Discord.
 */
const text = (max: number, min = 0) => z.string().min(min).max(max);
const snowflake = z.union([z.string().regex(/^\d{1,20}$/u), z.number().int()]).transform(String);
const customId = text(100, 1);

const embed = z.looseObject({
  title: text(256).nullish(),
  description: text(4096).nullish(),
  url: z.string().nullish(),
  color: z.number().int().min(0).max(0xffffff).nullish(),
  footer: z.looseObject({ text: text(2048) }).nullish(),
  author: z.looseObject({ name: text(256) }).nullish(),
  fields: z
    .array(z.looseObject({ name: text(256, 1), value: text(1024, 1) }))
    .max(25)
    .nullish(),
});
const EMBED_TEXT_LIMIT = 6000;

const button = z
  .looseObject({
    type: z.literal(ComponentType.Button),
    style: z.number().int().min(1).max(6),
    label: text(80).nullish(),
    custom_id: customId.nullish(),
    url: text(512).nullish(),
    disabled: z.boolean().nullish(),
    emoji: z.unknown().optional(),
  })
  .refine(({ style, url, custom_id }) => (style === 5 ? !!url && !custom_id : !!custom_id && !url), {
    message: 'A link button has a url and no custom_id; any other has a custom_id and no url',
  })
  .refine(({ label, emoji }) => !!label || !!emoji, { message: 'A button needs a label or an emoji' });

const stringSelect = z.looseObject({
  type: z.literal(ComponentType.StringSelect),
  custom_id: customId,
  options: z
    .array(
      z.looseObject({
        label: text(100, 1),
        value: text(100, 1),
        description: text(100).nullish(),
        default: z.boolean().nullish(),
      }),
    )
    .min(1)
    .max(25),
  placeholder: text(150).nullish(),
  min_values: z.number().int().min(0).max(25).nullish(),
  max_values: z.number().int().min(1).max(25).nullish(),
  disabled: z.boolean().nullish(),
});
const otherSelect = z.looseObject({
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  custom_id: customId,
  placeholder: text(150).nullish(),
  disabled: z.boolean().nullish(),
});
const textInput = z.looseObject({
  type: z.literal(ComponentType.TextInput),
  custom_id: customId,
  style: z.number().int().min(1).max(2),
  label: text(45, 1).nullish(),
  min_length: z.number().int().min(0).max(4000).nullish(),
  max_length: z.number().int().min(1).max(4000).nullish(),
  required: z.boolean().nullish(),
  value: text(4000).nullish(),
  placeholder: text(100).nullish(),
});
const fileUpload = z.looseObject({ type: z.literal(ComponentType.FileUpload), custom_id: customId });

const row = z
  .looseObject({
    type: z.literal(ComponentType.ActionRow),
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, otherSelect]))
      .min(1)
      .max(5),
  })
  .refine(
    ({ components }) =>
      components.length === 1 || components.every(({ type }) => type === ComponentType.Button),
    { message: 'A row holds up to five buttons or one select menu' },
  );
const textDisplay = z.looseObject({ type: z.literal(ComponentType.TextDisplay), content: text(4000, 1) });
const plain = z.looseObject({
  type: z.literal([
    ComponentType.Thumbnail,
    ComponentType.MediaGallery,
    ComponentType.File,
    ComponentType.Separator,
  ]),
});
const section = z.looseObject({
  type: z.literal(ComponentType.Section),
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, plain]),
});
const container = z.looseObject({
  type: z.literal(ComponentType.Container),
  components: z.array(z.discriminatedUnion('type', [row, textDisplay, section, plain])).min(1),
});
const topLevel = z.discriminatedUnion('type', [row, textDisplay, section, plain, container]);

const COMPONENTS_V2 = 1 << 15;
const COMPONENTS_LIMIT = 40;
const ROWS_LIMIT = 5;
const V2_TEXT_LIMIT = 4000;

export const messageBody = z
  .looseObject({
    content: text(2000).nullish(),
    tts: z.boolean().nullish(),
    flags: z.number().int().nullish(),
    embeds: z.array(embed).max(10).nullish(),
    components: z.array(topLevel).nullish(),
    allowed_mentions: z
      .looseObject({
        parse: z.array(z.string()).nullish(),
        users: z.array(z.string()).max(100).nullish(),
        roles: z.array(z.string()).max(100).nullish(),
        replied_user: z.boolean().nullish(),
      })
      .nullish(),
    message_reference: z
      .looseObject({ message_id: snowflake.nullish(), fail_if_not_exists: z.boolean().nullish() })
      .nullish(),
    attachments: z
      .array(
        z.looseObject({
          id: snowflake,
          filename: text(1024).nullish(),
          description: text(1024).nullish(),
        }),
      )
      .max(10)
      .nullish(),
    nonce: z.union([text(25), z.number().int()]).nullish(),
    enforce_nonce: z.boolean().nullish(),
  })
  .superRefine(({ embeds, components, flags, content }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const length = (embeds ?? []).reduce((sum, one) => sum + embedTextLength(one), 0);
    if (length > EMBED_TEXT_LIMIT)
      refuse('embeds', `Embeds hold ${length} of ${EMBED_TEXT_LIMIT} characters`);
    const all = flatten(components ?? []);
    const ids = all.flatMap(({ custom_id }) => (typeof custom_id === 'string' ? [custom_id] : []));
    if (new Set(ids).size < ids.length) refuse('components', 'Component custom id cannot be duplicated');
    if (((flags ?? 0) & COMPONENTS_V2) === 0) {
      if ((components ?? []).length > ROWS_LIMIT)
        refuse('components', `Must be ${ROWS_LIMIT} or fewer in length`);
      if ((components ?? []).some(({ type }) => type !== ComponentType.ActionRow))
        refuse('components', 'Only action rows may be used without the flag IS_COMPONENTS_V2');
      return;
    }
    if (all.length > COMPONENTS_LIMIT) refuse('components', `Must be ${COMPONENTS_LIMIT} or fewer in all`);
    if (content) refuse('content', 'The content field cannot be used with IS_COMPONENTS_V2');
    if (embeds?.length) refuse('embeds', 'The embeds field cannot be used with IS_COMPONENTS_V2');
    const shown = all.reduce(
      (sum, { content: words }) => sum + (typeof words === 'string' ? words.length : 0),
      0,
    );
    if (shown > V2_TEXT_LIMIT) refuse('components', `Text exceeds ${V2_TEXT_LIMIT} characters`);
  });
export type MessageBody = z.infer<typeof messageBody>;

export const modalBody = z.looseObject({
  custom_id: customId,
  title: text(45, 1),
  components: z
    .array(
      z.discriminatedUnion('type', [
        z.looseObject({
          type: z.literal(ComponentType.ActionRow),
          components: z.array(textInput).length(1),
        }),
        z.looseObject({
          type: z.literal(ComponentType.Label),
          label: text(45, 1),
          description: text(100).nullish(),
          component: z.discriminatedUnion('type', [textInput, stringSelect, otherSelect, fileUpload]),
        }),
        textDisplay,
      ]),
    )
    .min(1)
    .max(5),
});
export type ModalBody = z.infer<typeof modalBody>;

export const choicesBody = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        name: text(100, 1),
        name_localizations: z.record(z.string(), text(100, 1).nullable()).nullish(),
        value: z.union([text(100), z.number()]),
      }),
    )
    .max(25),
});
export type ChoicesBody = z.infer<typeof choicesBody>;

export const callbackBody = z.looseObject({
  type: z.number().int(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

export const threadBody = z.looseObject({
  name: text(100, 1),
  auto_archive_duration: z
    .union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10_080)])
    .nullish(),
  type: z.number().int().nullish(),
  rate_limit_per_user: z.number().int().min(0).max(21_600).nullish(),
});

export const directChannelBody = z.looseObject({ recipient_id: snowflake });

/** Reads a body, or throws what Discord answers to a wrong one. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw errors.invalidForm(errorTree(result.error.issues));
}

/** `{ content: { _errors: [{ code, message }] } }` */
function errorTree(
  issues: readonly { path: readonly PropertyKey[]; code?: string; message: string }[],
): unknown {
  interface Node {
    [key: string]: Node | { code: string; message: string }[];
  }
  const tree: Node = {};
  for (const { path, code, message } of issues) {
    let node = tree;
    for (const key of path.map(String)) {
      const next = node[key];
      const child: Node = next === undefined || Array.isArray(next) ? {} : next;
      node[key] = child;
      node = child;
    }
    const before = node._errors;
    const error = { code: code === 'too_big' ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_INVALID', message };
    node._errors = [...(Array.isArray(before) ? before : []), error];
  }
  return tree;
}

function embedTextLength({ title, description, footer, author, fields }: z.infer<typeof embed>): number {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, one) => sum + (one?.length ?? 0), 0);
}

interface AnyComponent {
  readonly type: number;
  readonly custom_id?: unknown;
  readonly content?: unknown;
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
}

function flatten(components: readonly unknown[]): readonly AnyComponent[] {
  return components
    .filter(isComponent)
    .flatMap((component) => [
      component,
      ...flatten(component.components ?? []),
      ...flatten(component.accessory ? [component.accessory] : []),
    ]);
}

function isComponent(value: unknown): value is AnyComponent {
  return typeof value === 'object' && value !== null && 'type' in value;
}
