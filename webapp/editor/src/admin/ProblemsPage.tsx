import '../theme/list.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '../api/http.ts'
import { FailureCard } from '../shell/Failure.tsx'

interface DefinitionProblem {
  severity: string
  file?: string
  line?: number
  column?: number
  path?: string
  message: string
  suggestion?: string
}

/** What is wrong with the light modules in force, for their authors. */
export function ProblemsPage() {
  const { t } = useTranslation()
  const problems = useQuery({ queryKey: ['definition-problems'], queryFn: async () => (await get<{ problems: DefinitionProblem[] }>('/.rest/definitions/problems')).problems, refetchInterval: 10_000 })
  return (
    <div className="page">
      <div className="page-head"><h1>{t('nav.problems')}</h1></div>
      {problems.isError && <FailureCard error={problems.error} retry={() => void problems.refetch()} />}
      {problems.data?.length === 0 && <p className="quiet">{t('problems.nothing')}</p>}
      {problems.data && problems.data.length > 0 && (
        <ul className="panel problem-rows">
          {problems.data.map((problem, at) => (
            <li key={at}>
              <span className="tag" data-severity={problem.severity}>{problem.severity.toLowerCase()}</span>
              <span className="grow break">{problem.message}{problem.suggestion && <span className="quiet"> {problem.suggestion}</span>}
                <span className="quiet tiny mono" style={{ display: 'block' }}>{[problem.file, problem.line, problem.column].filter(Boolean).join(':')}</span></span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
