import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.tsx'
import { useAllCommands } from './commands.ts'
import { Keys } from './Keys.tsx'

/** The shortcuts that work on this screen. */
export default function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const commands = useAllCommands().filter((command) => command.keys)
  const groups = [...new Set(commands.map((command) => command.group))]
  return (
    <Dialog onClose={onClose} title={t('help.title')} size="lg">
      <div className="help-groups">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className="help-keys">
              {commands.filter((command) => command.group === group).map((command) => (
                <div key={command.id}><dt>{command.label}</dt><dd><Keys keys={command.keys ?? ''} /></dd></div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t('help.fields')}</h3>
          <dl className="help-keys">
            <div><dt>{t('help.leaveRichText')}</dt><dd><Keys keys="Escape" /> <kbd>Tab</kbd></dd></div>
            <div><dt>{t('help.moveItem')}</dt><dd><Keys keys="Alt+ArrowUp" /> <Keys keys="Alt+ArrowDown" /></dd></div>
          </dl>
        </section>
      </div>
      <p className="quiet small" style={{ marginTop: '1rem' }}>{t('help.singleKeys')}</p>
    </Dialog>
  )
}
