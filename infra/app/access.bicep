// What the app's identity may do, account by account. Nothing is given on the group or the subscription: a role there would reach whatever is added later.
@description('Principal that the identity has in the directory. It is part of every name below: an assignment cannot be changed, and an identity made anew has another principal.')
param principal string

param state string
param uploads string
param ledger string
param insights string

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

// The documentation of the blob trigger also names Storage Account Contributor, for the trigger that scans logs. Ours is told of events and does without: that
// role could turn the account's keys on again.
var onState = [
  { role: roles.blobOwner, why: 'Host: leases, timers and keys as blobs, and the package it starts from' }
  { role: roles.queueContributor, why: 'Host: the queue on which the blob trigger puts what the events tell' }
  { role: roles.tableContributor, why: 'Host: its diagnostic events' }
]

var onUploads = [
  { role: roles.blobOwner, why: 'Reads uploads; no smaller built-in role reads the tag with the verdict of the scan, and the blob trigger asks for it' }
  { role: roles.queueContributor, why: 'Blob trigger: uploads that failed five times go to a poison queue beside them, which is counted' }
]

var onLedger = [
  { role: roles.blobContributor, why: 'Writes receipts, snapshots and reports, and asks for the key that signs links to them' }
  { role: roles.queueContributor, why: 'Requests to add up a year, to write its report, and to look again for the scan of an upload' }
  { role: roles.tableContributor, why: 'Facts, heads and answers' }
]

resource stateAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: state }
resource uploadsAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: uploads }
resource ledgerAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: ledger }
resource telemetry 'Microsoft.Insights/components@2020-02-02' existing = { name: insights }

resource stateRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for item in onState: {
    name: guid(stateAccount.id, principal, item.role)
    scope: stateAccount
    properties: {
      principalId: principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', item.role)
      description: item.why
    }
  }
]

resource uploadsRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for item in onUploads: {
    name: guid(uploadsAccount.id, principal, item.role)
    scope: uploadsAccount
    properties: {
      principalId: principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', item.role)
      description: item.why
    }
  }
]

resource ledgerRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for item in onLedger: {
    name: guid(ledgerAccount.id, principal, item.role)
    scope: ledgerAccount
    properties: {
      principalId: principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', item.role)
      description: item.why
    }
  }
]

resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(telemetry.id, principal, roles.metricsPublisher)
  scope: telemetry
  properties: {
    principalId: principal
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    description: 'Sends logs and measurements, which are taken from no key'
  }
}
