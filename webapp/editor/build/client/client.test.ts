// @vitest-environment node
import { readFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'

const DESCRIPTION = new URL('../../src/api/openapi.json', import.meta.url)
const HEAD = '/* Made of openapi.json by `npm run client`, which a test of the server holds to what it answers. Not edited by hand. */\n'

test('the types of the client are those of the description of the API', async () => {
  const types = astToString(await openapiTS(readFileSync(DESCRIPTION, 'utf8'), { alphabetize: true, defaultNonNullable: false, rootTypes: true, rootTypesNoSchemaPrefix: true }))
  await expect(HEAD + types).toMatchFileSnapshot('../../src/api/schema.ts')
})
