// The page the office looks at: how uploads, returns, reports and calls stand. Its content is edited in the portal and pasted back into operations.workbook.json.
param name string
param location string
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // Azure wants a GUID for a name.
  name: guid(resourceGroup().id, 'operations')
  location: location
  kind: 'shared'
  properties: {
    displayName: '${name} operations'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: replace(loadTextContent('../operations.workbook.json'), 'WORKSPACE', workspaceId)
  }
}
