// Events of the uploads account. Who is told of them is said in events.bicep, once the app is there to answer.
param name string
param location string
param uploads string

@description('Container of the account where events go that could not be delivered.')
param undelivered string

param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: uploads }

// Its own identity, not the app's: an account behind a firewall lets only system-assigned ones of the platform pass.
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  identity: { type: 'SystemAssigned' }
  properties: { source: account.id, topicType: 'Microsoft.Storage.StorageAccounts' }
}

module putsDown 'undelivered.bicep' = {
  params: {
    uploads: uploads
    container: undelivered
    // A plan shows this name as a formula: only Azure knows the principal.
    #disable-next-line what-if-short-circuiting
    principal: topic.identity.principalId
  }
}

// The version the rule asks for is the only stable one and older.
#disable-next-line use-recent-api-versions
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
