import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect, createClient } from '../../support/discord/connect.ts';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../../support/discord/start-fake-discord.ts';

/** The real discord.js client finds in the fake what it finds in Discord. */
const running: { fake: FakeDiscord; client?: Client }[] = [];

afterEach(async () => {
  for (const { fake, client } of running.splice(0)) {
    await client?.destroy();
    await fake.close();
  }
});

async function start(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const fake = await startFakeDiscord({ checkResponses: true, ...options });
  running.push({ fake });
  return fake;
}

async function startWithBot(
  options: FakeDiscordOptions = {},
  clientOptions: Parameters<typeof connect>[1] = {},
): Promise<{ fake: FakeDiscord; client: Client<true> }> {
  const fake = await startFakeDiscord({ checkResponses: true, ...options });
  const client = await connect(fake, clientOptions);
  running.push({ fake, client });
  return { fake, client };
}

const ASK = {
  name: 'ask',
  description: 'Ask',
  options: [
    {
      type: ApplicationCommandOptionType.String as const,
      name: 'question',
      description: 'What',
      required: true,
      maxLength: 300,
    },
    {
      type: ApplicationCommandOptionType.String as const,
      name: 'document',
      description: 'Where',
      autocomplete: true,
    },
  ],
};

/** A bot that answers every slash command in one way. */
async function startAsking(
  answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
  options: FakeDiscordOptions = {},
) {
  const { fake, client } = await startWithBot(options);
  await client.application.commands.set([ASK]);
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) answer(interaction).catch((error) => failures.push(error));
  });
  const ask = () => fake.member('ann').command({ name: 'ask', options: { question: 'Who won?' } });
  return { fake, client, ask, failures };
}

const codeOf = (error: unknown) => (error instanceof DiscordAPIError ? error.code : error);

describe('the gateway', () => {
  it('lets the bot in, and shows it its guilds', async () => {
    const { fake, client } = await startWithBot();
    expect(client.user.username).toBe('footnote');
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Newsroom']);
    expect(client.channels.cache.has(fake.channel('general').id)).toBe(true);
    expect(fake.gateway).toMatchObject({ identifies: 1, open: 1 });
    expect(fake.violations).toEqual([]);
  });

  it('refuses a wrong token', async () => {
    const fake = await start();
    await expect(createClient(fake).login('wrong')).rejects.toThrow('invalid token');
  });

  it('refuses intents that the application does not have', async () => {
    const fake = await start();
    const client = createClient(fake, { intents: [GatewayIntentBits.MessageContent] });
    await expect(client.login(fake.token)).rejects.toThrow('disallowed intents');
  });

  it('tells nothing that the intents leave out', async () => {
    const { fake, client } = await startWithBot({}, { intents: [GatewayIntentBits.Guilds] });
    const seen = vi.fn();
    client.on(Events.MessageCreate, seen);
    fake.member('ann').mention('Hello');
    await client.application.fetch();
    await fake.quiet();
    expect(seen).not.toHaveBeenCalled();
  });

  it('replays what was missed when a lost connection is resumed', async () => {
    const { fake, client } = await startWithBot();
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ cleanContent }) => heard.push(cleanContent));
    fake.dropConnections();
    await fake.until(() => fake.gateway.open === 0);
    fake.member('ann').mention('while you were away');
    await fake.until(() => fake.gateway.resumes === 1);
    await vi.waitFor(() => expect(heard).toEqual(['@Footnote while you were away']));
    expect(fake.gateway.identifies).toBe(1);
  });

  it('has the client reconnect, and begin anew when the session is invalid', async () => {
    const { fake, client } = await startWithBot();
    const [resumed, ready] = [vi.fn(), vi.fn()];
    client.on(Events.ShardResume, resumed).on(Events.ShardReady, ready);
    fake.requestReconnect();
    await vi.waitFor(() => expect(resumed).toHaveBeenCalledTimes(1));
    fake.invalidateSession({ resumable: true });
    await vi.waitFor(() => expect(resumed).toHaveBeenCalledTimes(2));
    fake.invalidateSession();
    // The client is known to hang when it is destroyed between identify and ready.
    await vi.waitFor(() => expect(ready).toHaveBeenCalledOnce(), { timeout: 2000 });
    expect(fake.gateway).toMatchObject({ identifies: 2, resumes: 2, open: 1 });
  });

  it('asks for heartbeats, and may leave them without an answer', async () => {
    const { fake } = await startWithBot({ heartbeatIntervalMs: 100 });
    await fake.until(() => fake.gateway.heartbeats >= 2);
    const before = fake.gateway.heartbeats;
    fake.requestHeartbeat();
    await fake.until(() => fake.gateway.heartbeats > before);
    fake.ignoreHeartbeats();
    await fake.until(() => fake.gateway.resumes > 0);
  });

  it('takes the bot out of a guild and into another', async () => {
    const { fake, client } = await startWithBot();
    fake.addGuild('Second desk');
    await vi.waitFor(() => expect(client.guilds.cache.size).toBe(2));
    fake.guild.removeBot();
    await vi.waitFor(() => expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Second desk']));
  });
});

describe('a slash command', () => {
  it('is deferred, filled, and followed up; what is ephemeral stays so', async () => {
    const { fake, ask, failures } = await startAsking(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(`Asked: ${interaction.options.getString('question')}`);
      await interaction.followUp('And more, for all');
    });
    const asked = ask();
    expect(await asked.acknowledged()).toMatchObject({ kind: 'deferred', isEphemeral: true });
    const reply = await asked.reply();
    expect(reply).toMatchObject({ content: 'Asked: Who won?', isEphemeral: true, visibleTo: 'ann' });
    await fake.until(() => asked.followUps().length === 1);
    expect(fake.messagesIn('general').map(({ content }) => content)).toEqual(['And more, for all']);
    expect(fake.messagesIn('general', fake.member('ann'))).toHaveLength(2);
    expect(fake.messagesIn('general', fake.member('ben'))).toHaveLength(1);
    expect(failures).toEqual([]);
    expect(fake.violations).toEqual([]);
  });

  it('shows edits as they come', async () => {
    const { ask, fake } = await startAsking(async (interaction) => {
      const response = await interaction.reply({ content: 'One', withResponse: true });
      await interaction.editReply('One. Two');
      await response.resource?.message?.edit('One. Two. Three');
    });
    const reply = await ask().reply(({ content }) => content.endsWith('Three'));
    expect(reply.history).toEqual(['One', 'One. Two']);
    expect(fake.violations).toEqual([]);
  });

  it('may be answered once', async () => {
    const { ask, failures } = await startAsking(async (interaction) => {
      await interaction.reply('First');
      interaction.replied = false;
      await interaction.reply('Second');
    });
    await ask().reply();
    await vi.waitFor(() => expect(failures.map(codeOf)).toEqual([40_060]));
  });

  it('is lost on a bot that is too late', async () => {
    const held = Promise.withResolvers<void>();
    const { ask, failures } = await startAsking(
      async (interaction) => {
        await held.promise;
        await interaction.reply('Too late');
      },
      { acknowledgeWithinMs: 40 },
    );
    const asked = ask();
    await expect(asked.reply()).rejects.toThrow('did not respond');
    expect(asked.state).toBe('failed');
    held.resolve();
    await vi.waitFor(() => expect(failures.map(codeOf)).toEqual([10_062]));
  });

  it('cannot be followed up once its token has expired', async () => {
    const { ask, fake, failures } = await startAsking(async (interaction) => {
      await interaction.deferReply();
      fake.expireInteractionTokens();
      await interaction.editReply('Too late');
    });
    ask();
    await vi.waitFor(() => expect(failures.map(codeOf)).toEqual([50_027]));
  });

  it('is refused by the member’s own client where it does not fit', async () => {
    const { fake, client } = await startAsking(async (interaction) => interaction.reply('Yes'));
    const guarded = {
      ...ASK,
      name: 'quote',
      defaultMemberPermissions: PermissionFlagsBits.ManageMessages,
      contexts: [0],
    };
    await client.application.commands.create(guarded);
    const ann = fake.member('ann');
    const use = { name: 'quote', options: { question: 'x' } };
    expect(() => ann.command(use)).toThrow('no command /quote');
    expect(() => ann.command({ name: 'ask' })).toThrow('question is required');
    expect(() => ann.command({ name: 'ask', options: { question: 'x'.repeat(301) } })).toThrow('300');
    const mia = fake.member('mia', { permissions: ['ManageMessages'] });
    expect((await mia.command(use).reply()).content).toBe('Yes');
    expect(() => mia.command({ ...use, in: mia.dm })).toThrow('no command /quote');
  });

  it('may be installed by a person, and then works where the bot is no member', async () => {
    const { fake, client } = await startAsking(async (interaction) => interaction.reply('Here'));
    const elsewhere = fake.addGuild('Elsewhere', { installed: false }).channel('lobby');
    const ann = fake.member('ann', { hasInstalled: true });
    const use = { name: 'ask', options: { question: 'x' } };
    expect(() => ann.command({ ...use, in: elsewhere })).toThrow('no command /ask');
    await client.application.commands.set([{ ...ASK, integrationTypes: [0, 1], contexts: [0, 1, 2] }]);
    for (const place of [elsewhere, ann.dm, ann.privateChannel])
      expect((await ann.command({ ...use, in: place }).reply()).channel.id).toBe(place.id);
    await expect(client.rest.get(`/channels/${elsewhere.id}`)).rejects.toMatchObject({ code: 50_001 });
    expect(fake.violations).toEqual([]);
  });

  it('suggests at most 25 values', async () => {
    const { fake, client } = await startAsking(async () => {});
    const offered = Promise.withResolvers<unknown>();
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      const count = typed === 'many' ? 26 : 2;
      await interaction
        .respond(
          Array.from({ length: count }, (_, index) => ({ name: `${typed} ${index}`, value: String(index) })),
        )
        .catch(offered.resolve);
    });
    const ann = fake.member('ann');
    const type = (document: string) =>
      ann.autocomplete({ name: 'ask', options: { document }, focused: 'document' });
    expect(await type('gaza')).toEqual([
      { name: 'gaza 0', value: '0' },
      { name: 'gaza 1', value: '1' },
    ]);
    void type('many').catch(() => {});
    expect(codeOf(await offered.promise)).toBe(50_035);
    expect(fake.violations.join()).toContain('choices');
  });

  it('carries files, which can be downloaded', async () => {
    const { fake, client } = await startWithBot();
    const file = {
      type: ApplicationCommandOptionType.Attachment as const,
      name: 'file',
      description: 'A file',
    };
    const add = { type: ApplicationCommandOptionType.Subcommand as const, name: 'add', description: 'Add' };
    await client.application.commands.set([
      { name: 'corpus', description: 'Corpus', options: [{ ...add, options: [file] }] },
    ]);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { url, name, size } = interaction.options.getAttachment('file', true);
      const text = await (await fetch(url)).text();
      await interaction.reply({
        content: `${name}, ${size} bytes: ${text}`,
        files: [{ attachment: Buffer.from(text), name: 'back.txt' }],
      });
    });
    const data = 'Überschrift\n';
    const reply = await fake
      .member('ann')
      .command({ name: 'corpus add', options: { file: { filename: 'a.md', data } } })
      .reply();
    expect(reply.content).toBe(`a.md, 13 bytes: ${data.trim()}`);
    expect(reply.attachments.map(({ filename, size }) => [filename, size])).toEqual([['back.txt', 13]]);
    expect(fake.violations).toEqual([]);
  });
});

describe('buttons, menus and forms', () => {
  const row = () =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary),
      new ButtonBuilder().setCustomId('form').setLabel('Write').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Primary).setDisabled(true),
      new ButtonBuilder().setURL('https://example.org/').setLabel('Open').setStyle(ButtonStyle.Link),
    );
  const select = () =>
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('pick')
        .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }),
    );
  const form = () =>
    new ModalBuilder()
      .setCustomId('follow-up')
      .setTitle('Follow-up')
      .addComponents(
        new ActionRowBuilder<TextInputBuilder>().addComponents(
          new TextInputBuilder().setCustomId('text').setLabel('Question').setStyle(TextInputStyle.Paragraph),
        ),
      );

  async function startWithButtons() {
    const started = await startAsking(async (interaction) =>
      interaction.reply({ content: 'Answer', components: [row(), select()] }),
    );
    started.client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isButton() && interaction.customId === 'more')
        await interaction.reply({ content: 'More', flags: MessageFlags.Ephemeral });
      if (interaction.isButton() && interaction.customId === 'form') await interaction.showModal(form());
      if (interaction.isStringSelectMenu())
        await interaction.update({ content: `Picked ${interaction.values}` });
      if (interaction.isModalSubmit()) {
        await interaction.deferUpdate();
        await interaction.editReply({
          content: interaction.fields.getTextInputValue('text'),
          components: [],
        });
      }
    });
    return { ...started, message: await started.ask().reply() };
  }

  it('lead from one to the next', async () => {
    const { fake, message } = await startWithButtons();
    const ben = fake.member('ben');
    expect(await ben.press(message, 'More').reply()).toMatchObject({ content: 'More', visibleTo: 'ben' });
    await ben.select(message, 'pick', ['b']).reply(({ content }) => content === 'Picked b');
    const modal = await ben.press(message, 'form').modal();
    expect(modal.inputs).toMatchObject([{ customId: 'text', label: 'Question', isRequired: true }]);
    expect(() => ben.submitModal(modal, {})).toThrow('needs text');
    await ben.submitModal(modal, { text: 'And then?' }).reply(({ content }) => content === 'And then?');
    expect(message.history).toEqual(['Answer', 'Picked b']);
    expect(message.buttons).toEqual([]);
    expect(fake.violations).toEqual([]);
  });

  it('are only for those who see them, and only as long as they can be used', async () => {
    const { fake, message } = await startWithButtons();
    const ben = fake.member('ben');
    const whisper = await ben.press(message, 'More').reply();
    expect(() => fake.member('cid').press(whisper, 'x')).toThrow('Only ben sees');
    expect(() => ben.press(message, 'Off')).toThrow('disabled');
    expect(() => ben.press(message, 'Open')).toThrow('is a link');
    expect(() => ben.press(message, 'None')).toThrow('shows no button');
    fake.deleteMessage(message);
    expect(() => ben.press(message, 'More')).toThrow('deleted');
  });

  it('belong to messages too, through their menu', async () => {
    const { fake, client } = await startWithBot();
    await client.application.commands.set([
      { name: 'Check this quote', type: ApplicationCommandType.Message },
    ]);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`Read: ${interaction.targetMessage.content}`);
    });
    const said = fake.member('ann').say('Nobody said that.');
    const reply = await fake.member('ben').messageMenu('Check this quote', said).reply();
    expect(reply.content).toBe('Read: Nobody said that.');
    expect(() => fake.member('ben').messageMenu('Other', said)).toThrow('no message menu');
  });
});

describe('messages', () => {
  it('have words for the bot only where they are for it', async () => {
    const { fake, client } = await startWithBot();
    const heard: [string, string][] = [];
    client.on(Events.MessageCreate, (message) => heard.push([message.author.displayName, message.content]));
    const ann = fake.member('ann');
    const { botId, botRoleId } = fake;
    ann.say('between us');
    ann.mention('by name');
    ann.mentionRole('by role');
    ann.writeDm('in private');
    const first = await (await client.channels.fetch(fake.channel('general').id))?.fetch();
    if (!first?.isSendable()) throw new Error('general takes no messages');
    const said = await first.send('from the bot');
    const [message] = fake.messagesIn('general').slice(-1);
    if (!message) throw new Error('nothing was said');
    ann.replyTo(message, 'in reply');
    ann.replyTo(message, 'in reply, without a ping', { ping: false });
    await vi.waitFor(() => expect(heard).toHaveLength(7));
    expect(heard).toEqual([
      ['ann', ''],
      ['ann', `<@${botId}> by name`],
      ['ann', `<@&${botRoleId}> by role`],
      ['ann', 'in private'],
      ['Footnote', 'from the bot'],
      ['ann', 'in reply'],
      ['ann', ''],
    ]);
    expect((await said.fetch()).content).toBe('from the bot');
    expect(fake.violations).toEqual([]);
  });

  it('are answered, edited, deleted and listed', async () => {
    const { fake, client } = await startWithBot();
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot || !message.channel.isSendable()) return;
      await message.channel.sendTyping();
      const reply = await message.reply('Thinking');
      await reply.edit('Done');
    });
    const deleted: string[] = [];
    client.on(Events.MessageDelete, ({ id }) => deleted.push(id));
    const ann = fake.member('ann');
    const asked = ann.mention('?');
    const answer = await ann.answerTo(asked, ({ content }) => content === 'Done');
    expect(answer).toMatchObject({ history: ['Thinking'], replyTo: asked.id });
    expect(fake.typing).toEqual([fake.channel('general').id]);
    ann.editMessage(asked, 'edited');
    ann.deleteMessage(asked);
    await vi.waitFor(() => expect(deleted).toEqual([asked.id]));
    expect(fake.readChannel('general')).toBe(
      `Footnote ${answer.id} (answers ${asked.id}, edited 1x)\n| Done`,
    );
    const channel = await client.channels.fetch(fake.channel('general').id);
    if (!channel?.isTextBased()) throw new Error('general holds no text');
    expect((await channel.messages.fetch()).map(({ id }) => id)).toEqual([answer.id]);
    await channel.messages.delete(answer.id);
    expect(answer.isDeleted).toBe(true);
    expect(fake.violations).toEqual([]);
  });

  it('start threads', async () => {
    const { fake, client } = await startWithBot();
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot) return;
      const thread = await message.startThread({ name: 'A question' });
      await thread.send('In the thread');
    });
    const asked = fake.member('ann').mention('?');
    const thread = await fake.until(() => asked.thread);
    await fake.until(() => fake.messagesIn(thread).length === 1);
    expect(thread).toMatchObject({ name: 'A question', kind: 'thread' });
    expect(fake.violations).toEqual([]);
  });

  it('reach people directly', async () => {
    const { fake, client } = await startWithBot();
    const ann = fake.member('ann');
    await client.users.send(ann.id, 'For you');
    expect(fake.messagesIn(ann.dm).map(({ content }) => content)).toEqual(['For you']);
    await expect(client.users.fetch('1')).rejects.toMatchObject({ code: 10_013 });
  });

  it('are refused where the bot may not write, or the message is not its own', async () => {
    const { fake, client } = await startWithBot();
    const general = fake.channel('general');
    const said = fake.member('ann').say('Mine');
    const post = (body: object, channel = general.id) =>
      client.rest
        .post(`/channels/${channel}/messages`, { body: { allowed_mentions: { parse: [] }, ...body } })
        .catch(codeOf);
    const edit = client.rest.patch(`/channels/${general.id}/messages/${said.id}`, { body: { content: 'x' } });
    expect(await edit.catch(codeOf)).toBe(50_005);
    expect(await post({ content: 'x' }, '1')).toBe(10_003);
    expect(await post({ content: 'x', message_reference: { message_id: '1' } })).toBe(50_035);
    expect(
      await post({ content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } }),
    ).toMatchObject({ content: 'x' });
    fake.denyBot('general', ['SendMessages']);
    expect(await post({ content: 'x' })).toBe(50_013);
    fake.denyBot('general', ['ViewChannel']);
    expect(await post({ content: 'x' })).toBe(50_001);
    fake.deleteChannel('general');
    expect(await post({ content: 'x' })).toBe(10_003);
    expect(fake.invalidRequests).toBe(5);
    expect(fake.violations).toEqual([]);
  });

  it('of one nonce are posted once', async () => {
    const { fake, client } = await startWithBot();
    const channel = await client.channels.fetch(fake.channel('general').id);
    if (!channel?.isSendable()) throw new Error('general takes no messages');
    const [first, second] = [
      await channel.send({ content: 'x', nonce: '7', enforceNonce: true }),
      await channel.send({ content: 'x', nonce: '7', enforceNonce: true }),
    ];
    expect(second.id).toBe(first.id);
  });
});

describe('limits', () => {
  it('are enforced, and reported as violations', async () => {
    const { fake, client } = await startWithBot();
    const path = `/channels/${fake.channel('general').id}/messages` as const;
    const post = (body: object) =>
      client.rest.post(path, { body: { allowed_mentions: { parse: [] }, ...body } }).catch(codeOf);
    const button = { type: ComponentType.Button, style: 1, label: 'x' };
    const rows = (...components: object[]) => ({ content: 'x', components: [{ type: 1, components }] });
    const refused = [
      { content: 'x'.repeat(2001) },
      { embeds: [{ description: 'x'.repeat(4097) }] },
      { embeds: Array.from({ length: 2 }, () => ({ description: 'x'.repeat(3001) })) },
      rows({ ...button, custom_id: 'x'.repeat(101) }),
      rows({ ...button, custom_id: 'a', label: 'x'.repeat(81) }),
      rows({ ...button, custom_id: 'a' }, { ...button, custom_id: 'a' }),
      rows({ ...button, style: 5, url: `https://example.org/${'x'.repeat(500)}` }),
      rows({ ...button, style: 5, custom_id: 'a' }),
      rows(...Array.from({ length: 6 }, (_, index) => ({ ...button, custom_id: `${index}` }))),
      { content: 'x', components: [{ type: ComponentType.TextDisplay, content: 'x' }] },
      { content: 'x', flags: 1 << 15, components: [{ type: ComponentType.TextDisplay, content: 'x' }] },
    ];
    for (const body of refused) expect([await post(body), body]).toEqual([50_035, body]);
    expect(await post({ content: ' \n ' })).toBe(50_006);
    expect(fake.messagesIn('general')).toEqual([]);
    const allowed = rows({ ...button, custom_id: 'a' }, { ...button, style: 5, url: 'https://example.org/' });
    expect(await post(allowed)).toMatchObject({ content: 'x' });
    expect(fake.violations.length).toBeGreaterThanOrEqual(refused.length + 1);
  });

  it('leave no message that could ping', async () => {
    const { fake, client } = await startWithBot();
    const path = `/channels/${fake.channel('general').id}/messages` as const;
    await client.rest.post(path, { body: { content: 'x' } });
    await client.rest.post(path, { body: { content: 'x', allowed_mentions: { parse: ['everyone'] } } });
    await client.rest.post(path, {
      body: { content: 'x', allowed_mentions: { parse: [], replied_user: true } },
    });
    expect(fake.violations.map((violation) => violation.split(': ')[1])).toEqual([
      'allowed_mentions is missing, so that every mention in the text pings',
      'allowed_mentions pings everyone',
      'allowed_mentions pings the author of the message replied to',
    ]);
  });

  it('of commands are known', async () => {
    const { fake, client } = await startWithBot();
    const set = (commands: object[]) =>
      client.rest.put(`/applications/${fake.applicationId}/commands`, { body: commands }).catch(codeOf);
    const named = { name: 'a', description: 'b' };
    const option = { type: 3, name: 'o', description: 'd' };
    expect(await set([{ ...named, name: 'Upper' }])).toBe(50_035);
    expect(await set([named, named])).toBe(50_035);
    expect(await set([{ ...named, options: [option, { ...option, name: 'p', required: true }] }])).toBe(
      50_035,
    );
    expect(await set([{ ...named, name_localizations: { he: 'שאל', ar: 'اسأل' } }])).toBe(50_035);
    expect(await set([{ ...named, description: 'x'.repeat(101) }])).toBe(50_035);
    const menus = Array.from({ length: 16 }, (_, index) => ({ type: 3, name: `Menu ${index}` }));
    expect(await set(menus)).toBe(50_035);
    expect(
      await set([
        {
          ...named,
          options: [
            { ...option, required: true },
            { ...option, name: 'p' },
          ],
        },
      ]),
    ).toHaveLength(1);
    expect(fake.commands().map(({ name }) => name)).toEqual(['a']);
  });

  it.skipIf(!process.env.DISCORD_OPENAPI)('are those of Discord’s own document too', async () => {
    const { fake, client } = await startWithBot();
    const path = `/channels/${fake.channel('general').id}/messages` as const;
    await client.rest.post(path, {
      body: { content: 'x', allowed_mentions: { parse: [] }, sticker_ids: [true] },
    });
    expect(fake.violations.join()).toContain('/sticker_ids');
  });
});

describe('rate limits and failures', () => {
  it('make the client wait', async () => {
    const { fake, client } = await startWithBot({ rateLimit: { limit: 2, perMs: 150 } });
    const channel = await client.channels.fetch(fake.channel('general').id);
    if (!channel?.isSendable()) throw new Error('general takes no messages');
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 6 }, (_, index) => channel.send(`${index}`)));
    expect(performance.now() - startedAt).toBeGreaterThan(250);
    expect(fake.messagesIn('general').map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('come on demand', async () => {
    const { fake, client } = await startWithBot();
    const channel = await client.channels.fetch(fake.channel('general').id);
    if (!channel?.isSendable()) throw new Error('general takes no messages');
    const route = 'POST /channels/*/messages';
    fake.rateLimitNext(route, { retryAfterMs: 30 });
    fake.failNext(route, { status: 502, times: 2 });
    await channel.send('At last');
    expect(fake.requests(route).map(({ status }) => status)).toEqual([429, 502, 502, 200]);
    fake.failNext(route, { status: 403, code: 50_001, message: 'Missing Access' });
    expect(codeOf(await channel.send('No').catch((error: unknown) => error))).toBe(50_001);
    const release = fake.hold(route);
    const sent = channel.send('Held');
    await fake.until(() => fake.requests(route).at(-1)?.status === 0);
    release();
    await sent;
    expect(fake.messagesIn('general').map(({ content }) => content)).toEqual(['At last', 'Held']);
  });

  it('end with a revoked token', async () => {
    const { fake, client } = await startWithBot();
    const errors: string[] = [];
    client.on(Events.Error, ({ message }) => errors.push(message));
    client.on(Events.ShardError, ({ message }) => errors.push(message));
    fake.revokeToken();
    await fake.until(() => fake.gateway.open === 0);
    await vi.waitFor(() => expect(errors).toEqual(['Authentication failed']));
    const fetched = client.rest.get('/users/@me');
    await expect(fetched).rejects.toMatchObject({ status: 401 });
  });

  it('show themselves in what was waited for in vain', async () => {
    const fake = await start();
    fake.member('ann').say('Nobody answers');
    const waited = fake.until(() => false, { timeoutMs: 20, what: 'an answer' });
    await expect(waited).rejects.toThrow(/still not an answer[\s\S]*# general[\s\S]*\| Nobody answers/u);
  });
});
