import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

export type Density = 'comfortable' | 'compact'

const petrol: MantineColorsTuple = [
  '#e9f5f7', '#d3e8ec', '#a6d0d8', '#76b6c2', '#4d9eae', '#2f8a9c', '#157385', '#0d5f70', '#0b4d5b', '#083a45',
]
const slate: MantineColorsTuple = [
  '#f5f7f9', '#edf0f3', '#e0e5ea', '#cfd6dd', '#aab5bf', '#7c8994', '#5b6874', '#46525d', '#2e3943', '#1c252d',
]
const night: MantineColorsTuple = [
  '#d7dfe6', '#b3bec8', '#97a4af', '#6f7d89', '#3f4b56', '#313c46', '#27313a', '#1d262e', '#161d24', '#10161b',
]
const amber: MantineColorsTuple = [
  '#fff6e5', '#ffe9c4', '#ffd48a', '#ffbe4d', '#f9a91f', '#dd8e08', '#a86800', '#8a5400', '#6c4200', '#4d2f00',
]
/** Filled, it carries white text in both schemes. */
const red: MantineColorsTuple = [
  '#fff5f5', '#ffe3e3', '#ffc9c9', '#ffa8a8', '#ff8787', '#ff6b6b', '#c9342b', '#b3261e', '#9c1f18', '#7d1712',
]

export function themeFor(density: Density) {
  const size = density === 'compact' ? 'xs' : 'sm'
  return createTheme({
    primaryColor: 'petrol',
    primaryShade: { light: 7, dark: 6 },
    autoContrast: true,
    luminanceThreshold: 0.34,
    colors: { petrol, gray: slate, dark: night, amber, red },
    fontFamily:
      '"Inter", "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "Cascadia Code", "JetBrains Mono", Consolas, "DejaVu Sans Mono", monospace',
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
    spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
    radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
    defaultRadius: 'sm',
    headings: {
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.25' },
        h2: { fontSize: '1.0625rem', lineHeight: '1.3' },
        h3: { fontSize: '0.9375rem', lineHeight: '1.35' },
        h4: { fontSize: '0.8125rem', lineHeight: '1.4' },
      },
    },
    focusRing: 'auto',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Button: { defaultProps: { size: 'xs' } },
      ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
      Badge: { defaultProps: { variant: 'light', radius: 'sm', size: 'sm', tt: 'none', fw: 600 } },
      TextInput: { defaultProps: { size } },
      Textarea: { defaultProps: { size } },
      NumberInput: { defaultProps: { size } },
      Select: { defaultProps: { size, comboboxProps: { shadow: 'md' } } },
      MultiSelect: { defaultProps: { size } },
      PasswordInput: { defaultProps: { size } },
      SegmentedControl: { defaultProps: { size: 'xs' } },
      Modal: { defaultProps: { centered: true, padding: 'lg' } },
      Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320 } },
      // Its placeholder for the focus is no item, as a menu's children must be: the first item has the focus instead.
      Menu: { defaultProps: { shadow: 'md', width: 240, withInitialFocusPlaceholder: false } },
      Checkbox: { defaultProps: { size: 'sm' } },
    },
  })
}

/** The product's own tokens: surfaces, lines and the colours of an entry's state, readable on both grounds (4.5:1 and better). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--nav-width': '15rem', '--bar-height': '3rem' },
  light: {
    '--ground': '#f4f6f8',
    '--surface': '#ffffff',
    '--surface-2': '#f9fafb',
    '--line': '#dfe5ea',
    '--line-strong': '#c3ccd4',
    '--ink': '#17212a',
    '--ink-2': '#4c5a66',
    '--nav': '#10252d',
    '--nav-ink': '#cfdde2',
    '--nav-ink-2': '#8fa8b1',
    '--nav-hover': '#1a3640',
    '--nav-on': '#1f4653',
    '--accent': '#0d5f70',
    '--mark': '#b87400',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17212a',
    '--mantine-color-dimmed': '#4c5a66',
    '--mantine-color-placeholder': '#626f7a',
    '--mantine-color-error': '#b3261e',
    '--state-published': '#14693a',
    '--state-modified': '#1d4fa8',
    '--state-not-published': '#8a5400',
    '--state-deleted': '#b3261e',
    '--diff-add': '#d8f3e1',
    '--diff-gone': '#fbdedb',
  },
  dark: {
    '--ground': '#10161b',
    '--surface': '#182027',
    '--surface-2': '#1d262e',
    '--line': '#2d3842',
    '--line-strong': '#465461',
    '--ink': '#e4ebf0',
    '--ink-2': '#a7b4be',
    '--nav': '#0b1115',
    '--nav-ink': '#cbd7de',
    '--nav-ink-2': '#8797a1',
    '--nav-hover': '#182229',
    '--nav-on': '#16343d',
    '--accent': '#6cc3d2',
    '--mark': '#ffbe4d',
    '--mantine-color-body': '#182027',
    '--mantine-color-text': '#e4ebf0',
    '--mantine-color-dimmed': '#a7b4be',
    '--mantine-color-placeholder': '#94a2ad',
    '--mantine-color-error': '#ff9a91',
    '--state-published': '#71d69b',
    '--state-modified': '#93b8ff',
    '--state-not-published': '#ffc45c',
    '--state-deleted': '#ff9a91',
    '--diff-add': '#17412a',
    '--diff-gone': '#53211e',
  },
})
