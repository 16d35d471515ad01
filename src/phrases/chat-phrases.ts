/**
 * The bot's own words on chat platforms, the same for each of them: one shape, one file per language. Words in braces are
 * filled in by `fillPhrase`. Nothing here speaks about what an article says.
 */
export interface ChatPhrases {
  readonly commands: Readonly<Record<CommandKey, CommandPhrase>>;
  readonly options: Readonly<Record<OptionKey, CommandPhrase>>;
  readonly say: Readonly<Record<SayKey, string>>;
}

export interface CommandPhrase {
  /** Lower case, without spaces, at most 32 characters; a title for those of message menus. */
  readonly name: string;
  /** At most 100 characters; empty for message menus, which have none. */
  readonly description: string;
}

export type CommandKey =
  | 'ask'
  | 'sources'
  | 'help'
  | 'start'
  | 'language'
  | 'forgetMe'
  | 'myData'
  | 'quote'
  | 'quoteShow'
  | 'quoteFind'
  | 'quoteCheck'
  | 'check'
  | 'corpus'
  | 'corpusStatus'
  | 'corpusAdd'
  | 'corpusRemove'
  | 'corpusHistory'
  | 'corpusUndo'
  | 'answer'
  | 'answerRetract'
  | 'answerCorrect'
  | 'retract'
  | 'correct'
  | 'bot'
  | 'botPause'
  | 'botResume'
  | 'botChannels'
  | 'botLimits'
  | 'pause'
  | 'resume'
  /** Message menus. */
  | 'menuSourcesSay'
  | 'menuCheckQuote'
  | 'menuRetract'
  | 'menuCorrect';

export type OptionKey =
  | 'question'
  | 'document'
  | 'passage'
  | 'query'
  | 'text'
  | 'private'
  | 'file'
  | 'title'
  | 'channel'
  | 'allowed'
  | 'message'
  | 'words'
  | 'personSeconds'
  | 'channelSeconds'
  | 'questionsPerDay';

export type SayKey =
  /** Buttons and titles of dialogues. */
  | 'buttonSources'
  | 'buttonFollowUp'
  | 'buttonHelpful'
  | 'buttonNotHelpful'
  | 'buttonShare'
  | 'buttonPost'
  | 'buttonPrevious'
  | 'buttonNext'
  | 'buttonConfirm'
  | 'buttonCancel'
  | 'buttonUndo'
  | 'buttonAskSource'
  | 'buttonOpen'
  | 'askFollowUpTitle'
  | 'askFollowUpLabel'
  | 'correctTitle'
  | 'correctLabel'
  /** While and after answering. */
  | 'queued'
  | 'thinking'
  | 'understoodAs'
  | 'fallback'
  | 'cutShort'
  | 'retracted'
  | 'corrected'
  | 'sourceChanged'
  | 'sourceRemoved'
  | 'sharedBy'
  | 'thanks'
  | 'quoteOf'
  | 'answerGone'
  | 'expired'
  | 'notYours'
  | 'notAllowed'
  | 'asked'
  /** Refusals. */
  | 'paused'
  | 'notHere'
  | 'cooldown'
  | 'dailyLimit'
  | 'queueFull'
  | 'tooLong'
  | 'empty'
  | 'failed'
  | 'stopping'
  /** Help and privacy. */
  | 'greeting'
  | 'helpAsk'
  | 'helpHow'
  | 'helpPrivacy'
  | 'helpPrivacyUnkept'
  | 'helpModerators'
  | 'forgotten'
  | 'nothingKept'
  | 'yourData'
  | 'languageSet'
  | 'languageChoose'
  | 'writeQuestion'
  /** Quotes and checks. */
  | 'noSuchDocument'
  | 'noSuchPassage'
  | 'noQuotes'
  | 'checkExact'
  | 'checkNear'
  | 'checkOther'
  | 'checkNone'
  | 'checkDifference'
  | 'replyToCheck'
  /** Corpus. */
  | 'corpusHolds'
  | 'corpusConfirmAdd'
  | 'corpusConfirmReplace'
  | 'corpusConfirmRemove'
  | 'corpusReading'
  | 'corpusAdded'
  | 'corpusReplaced'
  | 'corpusRemoved'
  | 'corpusUndone'
  | 'corpusNoHistory'
  | 'corpusLocked'
  | 'corpusCancelled'
  | 'uploadTooLarge'
  | 'uploadUnreadable'
  | 'uploadWanted'
  /** Moderation of answers and of the bot. */
  | 'retractDone'
  | 'correctDone'
  | 'correctNotFound'
  | 'notAnAnswer'
  | 'confirmRetract'
  | 'botPaused'
  | 'botResumed'
  | 'botAnswersIn'
  | 'botAnswersEverywhere'
  | 'botLimitsAre';
