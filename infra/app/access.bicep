// What the app's identity may do, account by account.
param principal string
param state string
param uploads string
param ledger string

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource stateAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: state }
resource uploadsAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: uploads }
resource ledgerAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: ledger }

// The Functions host keeps leases, timers and the blob trigger's own queue here.
resource onState 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobOwner, roles.queueContributor, roles.tableContributor]: {
    name: guid(stateAccount.id, principal, role)
    scope: stateAccount
    properties: {
      principalId: principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// The blob trigger asks for owner on the account it watches, and tells failed uploads to a queue there.
resource onUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobOwner, roles.queueContributor]: {
    name: guid(uploadsAccount.id, principal, role)
    scope: uploadsAccount
    properties: {
      principalId: principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Facts, receipts, reports and requests; contributor on blobs includes the key that signs download links.
resource onLedger 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobContributor, roles.queueContributor, roles.tableContributor]: {
    name: guid(ledgerAccount.id, principal, role)
    scope: ledgerAccount
    properties: {
      principalId: principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]
