// Where logs and measurements go, and whom alerts reach. Both take them only from identities: a key would let anybody who has it write false ones.
param name string
param location string

@description('Name of the component that takes the app\'s telemetry.')
param insights string

@description('Days for which logs can be asked.')
param logDays int

@description('Whether nobody may delete the logs: they say who took which link and who changed what.')
param locked bool

@description('Address that alerts go to, besides the owners of the subscription; empty for none.')
param alertEmail string

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { disableLocalAuth: true }
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: insights
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

// Who asked the logs for what: they name persons.
// The version the rule asks for is the only stable one and older.
#disable-next-line use-recent-api-versions
resource questions 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'Audit', enabled: true }]
  }
}

// The accounts are not locked: a lock on them would also keep the smoke test from giving back the roles it was lent. Papers are kept by their policy, uploads by
// their versions and thirty days of soft delete; tables have neither (README, "A table is gone").
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep-logs'
  scope: workspace
  properties: { level: 'CanNotDelete', notes: 'The logs are the record of who did what.' }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  properties: {
    groupShortName: name
    enabled: true
    // So that there is always somebody: whoever has the role Owner on the subscription.
    armRoleReceivers: [{ name: 'owners', roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', useCommonAlertSchema: true }]
    emailReceivers: empty(alertEmail) ? [] : [{ name: 'office', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

output workspaceId string = workspace.id
output peopleId string = people.id
