// The parts of Adaptive Cards 1.5 that we use, as plain types.

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema?: string;
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText?: string;
  /** Teams' own: as wide as the conversation. */
  readonly msteams?: { readonly width: 'Full' };
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

export type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';

interface Placed {
  readonly spacing?: Spacing;
  readonly separator?: true;
}

interface Look {
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly color?: 'attention';
  readonly isSubtle?: true;
}

/** Reads Markdown: never for anything that somebody wrote. */
export interface TextBlock extends Placed, Look {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style: 'heading';
}

export interface TextRun extends Look {
  readonly type: 'TextRun';
  readonly text: string;
  readonly italic?: true;
  readonly selectAction?: OpenUrl;
}

export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface Table extends Placed {
  readonly type: 'Table';
  readonly firstRowAsHeaders: boolean;
  readonly showGridLines: boolean;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly TableRow[];
}

interface TableRow {
  readonly type: 'TableRow';
  readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly RichTextBlock[] }[];
}

export interface Image extends Placed {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly size: 'stretch';
  /** Teams' own: it opens in large. */
  readonly msTeams: { readonly allowExpand: true };
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

export type Input = TextInput | ChoiceInput | DayInput | ToggleInput;

interface Field extends Placed {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface TextInput extends Field {
  readonly type: 'Input.Text';
  readonly isMultiline?: true;
}

export interface ChoiceInput extends Field {
  readonly type: 'Input.ChoiceSet';
  readonly style?: 'compact' | 'expanded';
  readonly isMultiSelect?: true;
  readonly wrap?: true;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  /** Where Teams finds more of them. */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface DayInput extends Field {
  readonly type: 'Input.Date' | 'Input.Time';
}

export interface ToggleInput extends Field {
  readonly type: 'Input.Toggle';
  readonly title: string;
  readonly valueOn: string;
  readonly valueOff: string;
  readonly wrap: true;
}

export type Element = TextBlock | RichTextBlock | Table | Image | ActionSet | Input;

interface Pressable {
  readonly title: string;
  readonly tooltip?: string;
  readonly style?: 'positive' | 'destructive';
}

interface Sending extends Pressable {
  readonly data: object;
  readonly associatedInputs?: 'none';
}

export interface Execute extends Sending {
  readonly type: 'Action.Execute';
  readonly verb: string;
}

export interface Submit extends Sending {
  readonly type: 'Action.Submit';
}

/** Unfolds below the button. */
export interface ShowCard extends Pressable {
  readonly type: 'Action.ShowCard';
  readonly card: Pick<Card, 'type' | 'body' | 'actions'>;
}

interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly url: string;
}

/** Leads out of the chat. */
export interface Leave extends Pressable, OpenUrl {}

export type Action = Execute | Submit | ShowCard | Leave;
