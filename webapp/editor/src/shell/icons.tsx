import {
  IconAward, IconBook2, IconBriefcase, IconBuildingFactory2, IconBulb, IconCalendarEvent, IconChartBar, IconChecklist, IconFileText, IconFlag,
  IconFolders, IconHeartHandshake, IconMessages, IconMicrophone, IconNews, IconPhoto, IconRoute, IconSearch, IconTarget, IconTool, IconTrophy, IconUser,
  IconUsersGroup, IconVideo, IconWorld, type Icon,
} from '@tabler/icons-react'

/** Magnolia's icon names, and some of its synonyms. What has no picture here shows as a document. */
const ICONS: Record<string, Icon> = {
  trophy: IconTrophy, champion: IconTrophy, cluster: IconUsersGroup, group: IconUsersGroup, company: IconBuildingFactory2, organisation: IconBriefcase,
  organization: IconBriefcase, person: IconUser, user: IconUser, video: IconVideo, film: IconVideo, interview: IconMicrophone, microphone: IconMicrophone,
  transcript: IconMessages, comments: IconMessages, dialogue: IconMessages, award: IconAward, news: IconNews, event: IconCalendarEvent, calendar: IconCalendarEvent,
  action: IconChecklist, plan: IconRoute, objective: IconTarget, target: IconTarget, goal: IconTarget, result: IconFlag, output: IconFlag, flag: IconFlag,
  project: IconFolders, tool: IconTool, indicator: IconChartBar, benchmark: IconChartBar, chart: IconChartBar, report: IconChartBar, strategy: IconBulb,
  cooperation: IconHeartHandshake, handshake: IconHeartHandshake, search: IconSearch, asset: IconPhoto, image: IconPhoto, site: IconWorld, web: IconWorld,
  book: IconBook2,
}

export function AppIcon({ name, app, size = 18 }: { name?: string | null; app?: string; size?: number }) {
  const words = `${name ?? ''} ${app ?? ''}`.toLowerCase().split(/[^a-z]+/).flatMap((word) => [word, word.replace(/s$/, '')])
  const Picture = words.map((word) => ICONS[word]).find((icon) => icon !== undefined) ?? IconFileText
  return <Picture size={size} stroke={1.7} aria-hidden />
}
