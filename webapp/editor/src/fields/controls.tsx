import { lazy, type ComponentType } from 'react'
import type { Field, Json } from '../api/model.ts'
import type { Path } from '../form/values.ts'
import { ChoiceControl } from './ChoiceControl.tsx'
import { DayControl, MomentControl } from './DateControls.tsx'
import { FlagControl, NumberControl, PasswordControl, StaticControl, TextControl } from './PlainControls.tsx'

export interface ControlProps {
  field: Field
  path: Path
  value: Json | undefined
  id: string
  labelId: string
  describedBy?: string
  invalid: boolean
  readOnly: boolean
  onChange: (value: Json | undefined) => void
}

export interface Control {
  component: ComponentType<ControlProps>
  kind: 'small' | 'line' | 'block' | 'group'
  /** Whether the label names one input, or a group of them. */
  labelled?: 'input' | 'group'
  /** Holds other fields and stores nothing itself. */
  inPlace?: boolean
}

// Fields that hold fields: loaded apart, as they come back here.
const CompositeControl = lazy(() => import('./CompositeControl.tsx'))
const MultiControl = lazy(() => import('./MultiControl.tsx'))
const SwitchControl = lazy(() => import('./SwitchControl.tsx'))

const RichTextControl = lazy(() => import('./RichTextControl.tsx'))
const CodeControl = lazy(() => import('./CodeControl.tsx'))
const MapControl = lazy(() => import('./MapControl.tsx'))
const ReferenceControl = lazy(() => import('./ReferenceControl.tsx'))
const AssetControl = lazy(() => import('./AssetControl.tsx'))
const VocabularyControl = lazy(() => import('./VocabularyControl.tsx'))
const SliderControl = lazy(() => import('./SliderControl.tsx'))
const SegmentsControl = lazy(() => import('./SegmentsControl.tsx'))
const TracksControl = lazy(() => import('./TracksControl.tsx'))
const ExternalVideoControl = lazy(() => import('./ExternalVideoControl.tsx'))

const CODE: Control = { component: CodeControl, kind: 'block' }
const CHOICE: Control = { component: ChoiceControl, kind: 'small' }
const CHOICES: Control = { component: ChoiceControl, kind: 'line', labelled: 'group' }
const REFERENCE: Control = { component: ReferenceControl, kind: 'small' }
const SEGMENTS: Control = { component: SegmentsControl, kind: 'group', labelled: 'group', inPlace: true }
const TRACKS: Control = { component: TracksControl, kind: 'group', labelled: 'group', inPlace: true }
const ASSET: Control = { component: AssetControl, kind: 'block', labelled: 'group' }

const CONTROLS: Record<string, Control> = {
  textField: { component: TextControl, kind: 'line' },
  richTextField: { component: RichTextControl, kind: 'block', labelled: 'group' },
  codeField: CODE,
  jsonField: CODE,
  staticField: { component: StaticControl, kind: 'line', labelled: 'group' },
  passwordField: { component: PasswordControl, kind: 'line' },
  checkBoxField: { component: FlagControl, kind: 'small' },
  checkBoxGroupField: CHOICES,
  radioButtonGroupField: CHOICES,
  comboBoxField: CHOICE,
  listSelectField: CHOICE,
  twinColSelectField: CHOICE,
  tokenField: CHOICE,
  dateField: { component: MomentControl, kind: 'small' },
  localDateField: { component: DayControl, kind: 'small' },
  numberField: { component: NumberControl, kind: 'small' },
  geoPointField: { component: MapControl, kind: 'block', labelled: 'group' },
  vocabularyField: { component: VocabularyControl, kind: 'small' },
  linkField: REFERENCE,
  pageLinkField: REFERENCE,
  resourceLinkField: { component: TextControl, kind: 'line' },
  damLinkField: ASSET,
  uploadField: ASSET,
  sliderField: { component: SliderControl, kind: 'line', labelled: 'group' },
  moneyField: { component: CompositeControl, kind: 'group', labelled: 'group', inPlace: true },
  compositeField: { component: CompositeControl, kind: 'group', labelled: 'group', inPlace: true },
  switchableField: { component: SwitchControl, kind: 'group', labelled: 'group', inPlace: true },
  multiField: { component: MultiControl, kind: 'group', labelled: 'group', inPlace: true },
}

/** A list is a transcript, or tracks of a film, by what its items have: as the platform knows them. */
const holds = (field: Field, ...names: string[]) => names.every((name) => field.item?.fields?.some((one) => one.name === name))

export const isTranscript = (field: Field) => field.type === 'multiField' && holds(field, 'start', 'end', 'text')

export function controlFor(field: Field): Control {
  if (isTranscript(field)) return SEGMENTS
  if (field.type === 'multiField' && holds(field, 'kind', 'locale', 'file')) return TRACKS
  if (field.type === 'textField' && field.validators.some((validator) => validator.type === 'externalVideoValidator')) return { component: ExternalVideoControl, kind: 'block' }
  const control = CONTROLS[field.type] ?? CODE
  // A choice among the terms of a vocabulary or among entries is made with the picker that can search, whatever it is called.
  if (control === CHOICE && field.datasource?.kind === 'vocabulary') return { component: VocabularyControl, kind: 'small' }
  if ((control === CHOICE || control === CHOICES) && field.datasource?.kind === 'entries') return REFERENCE
  if (control === REFERENCE && field.datasource?.kind === 'assets') return ASSET
  if (control.component === TextControl && (field.valueType === 'integer' || field.valueType === 'number' || field.valueType === 'decimal')) return { component: NumberControl, kind: 'small' }
  return control
}
