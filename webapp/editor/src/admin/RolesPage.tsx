import '../theme/list.css'
import '../theme/entry.css'
import { useTranslation } from 'react-i18next'
import { useRoles, type Right } from '../api/users.ts'
import { FailureCard } from '../shell/Failure.tsx'

/** The roles of the light modules in force, with every right they give or deny. */
export function RolesPage() {
  const { t } = useTranslation()
  const roles = useRoles()
  return (
    <div className="page">
      <div className="page-head"><h1>{t('nav.roles')}</h1></div>
      <p className="quiet" style={{ marginBottom: '1rem' }}>{t('roles.text')}</p>
      {roles.isError && <FailureCard error={roles.error} retry={() => void roles.refetch()} />}
      <div className="stack">
        {roles.data?.map((role) => (
          <section key={role.name} className="panel" aria-labelledby={`role-${role.name}`}>
            <div className="panel-head"><h2 id={`role-${role.name}`}>{role.label}</h2><span className="quiet tiny mono">{role.name}</span></div>
            <div className="panel-body">
              <p>{role.description}</p>
              {role.rights && role.rights.length > 0 && (
                <ul className="rights">
                  {role.rights.map((right, at) => <RightLine key={at} right={right} />)}
                </ul>
              )}
              {role.file && <p className="quiet tiny mono break">{role.file}</p>}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}

function RightLine({ right }: { right: Right }) {
  const { t } = useTranslation()
  const some = (label: string, values: string[] | string | undefined) => {
    const text = Array.isArray(values) ? values.join(', ') : values
    return text ? <span className="quiet"> {label} <span className="mono">{text}</span></span> : null
  }
  return (
    <li className="small break">
      <span className="tag" data-severity={right.deny ? 'SEVERE' : undefined}>{right.deny ? t('roles.deny') : t('roles.allow')}</span> <strong>{(right.deny ?? right.allow ?? []).map((action) => t(`roles.action.${action as 'read'}`)).join(', ')}</strong>
      {some(t('roles.types'), right.types)}{some(t('roles.organisation'), right.organisation)}{some(t('roles.locales'), right.locales)}{some(t('roles.fields'), right.fields)}{some(t('roles.path'), right.path)}
    </li>
  )
}
