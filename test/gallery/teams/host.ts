// How Teams has cards drawn, in its light look: letters, distances and colours, as near as one can see them.

const colours = (solid: string, subtle = solid) => ({ default: solid, subtle, highlightColors: { default: '#fff4ce', subtle: '#fff4ce' } });

const style = (backgroundColor: string) => ({
  backgroundColor,
  borderColor: '#e0e0e0',
  foregroundColors: {
    default: colours('#242424', '#616161'),
    dark: colours('#242424', '#616161'),
    light: colours('#ffffff', '#e0e0e0'),
    accent: colours('#5b5fc7'),
    good: colours('#237b4b'),
    warning: colours('#835b00'),
    attention: colours('#c4314b'),
  },
});

export const HOST = {
  fontFamily: "'Segoe UI', 'Open Sans', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: { default: style('#ffffff'), emphasis: style('#f5f5f5'), attention: style('#fcf4f6') },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' } },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } } },
  actions: {
    ...{ maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
} as const;
