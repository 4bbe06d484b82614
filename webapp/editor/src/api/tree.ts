import { get } from './http.ts'

export interface TreeNode {
  id: string
  name: string
  path: string
  title: string
  folder: boolean
  state: string
}

export const childrenOf = async (type: string, path: string) => (await get<{ nodes: TreeNode[] }>(`/tree/${type}`, { path, limit: 1000 })).nodes
